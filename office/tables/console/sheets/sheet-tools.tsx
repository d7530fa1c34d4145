import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { saveFile } from '@liangbuwu/ui/files/save-file.ts';
import { DownloadIcon, UploadIcon } from '@liangbuwu/ui/icons.ts';
import { useLanguage } from '@liangbuwu/ui/language/language.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { findRefusal } from '@liangbuwu/ui/state/refusal.ts';
import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../../http/console/call.ts';
import type { Listing } from '../queries.ts';
import { sheetMessages } from './messages.ts';
import type { SheetRoutes } from './queries.ts';

const ImportDrawer = lazy(() => import('./import-drawer.tsx'));

/** Takes what a table shows to Excel, and brings sheets in. */
export function SheetTools(props: {
  routes: SheetRoutes;
  /** What the list is narrowed to: so much goes out. */
  listing: Listing;
  /** Whose sheet a new one is. */
  area: string | undefined;
  denied: string | undefined;
}) {
  const { routes, listing } = props;
  const { removed, ...narrowed } = listing;
  const t = sheetMessages.use();
  const { language } = useLanguage();
  const { message, notification } = App.useApp();
  const [importing, setImporting] = useState(false);
  const exporting = useMutation({
    mutationFn: () => {
      const given = Object.entries(narrowed).filter(([, value]) => value !== undefined);
      return call(routes.export, { query: { language, ...Object.fromEntries(given) } });
    },
    onSuccess: ({ name, rows, content }) => {
      saveFile(name, content);
      if (!routes.table.personal) message.success(t('exported', { name, rows }));
      else message.success(t('exportedPersonal', { name, rows }), 8);
    },
    onError: (error) =>
      notification.error({
        title: findRefusal(error)?.code ?? '',
        description: <ErrorState inline error={error} />,
      }),
  });
  return (
    <>
      <ActionButton
        icon={<DownloadIcon />}
        loading={exporting.isPending}
        disabledReason={removed === 'yes' ? t('notRemoved') : undefined}
        onClick={() => exporting.mutate()}
      >
        {t('export')}
      </ActionButton>
      <ActionButton
        icon={<UploadIcon />}
        disabledReason={props.denied}
        onClick={() => setImporting(true)}
      >
        {t('import')}
      </ActionButton>
      {importing && props.area !== undefined && (
        <Suspense>
          <ImportDrawer
            routes={routes}
            area={props.area}
            response={listing.response}
            onClose={() => setImporting(false)}
          />
        </Suspense>
      )}
    </>
  );
}
