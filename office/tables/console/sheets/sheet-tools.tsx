import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { DownloadIcon, UploadIcon } from '@liangbuwu/ui/icons.ts';
import { useLanguage } from '@liangbuwu/ui/language/language.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { findRefusal } from '@liangbuwu/ui/state/refusal.ts';
import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { call } from '../call.ts';
import { saveFile } from './file-content.ts';
import { sheetMessages } from './messages.ts';
import type { SheetRoutes } from './queries.ts';

const ImportDrawer = lazy(() => import('./import-drawer.tsx'));

/** Takes what a table shows to Excel, and brings sheets in. */
export function SheetTools(props: {
  routes: SheetRoutes;
  q: string | undefined;
  /** Whose sheet a new one is. */
  area: string | undefined;
  denied: string | undefined;
}) {
  const { routes, q } = props;
  const t = sheetMessages.use();
  const { language } = useLanguage();
  const { message, notification } = App.useApp();
  const [importing, setImporting] = useState(false);
  const exporting = useMutation({
    mutationFn: () => call(routes.export, { query: { language, ...(q && { q }) } }),
    onSuccess: ({ name, rows, content }) => {
      saveFile(name, content);
      message.success(t('exported', { name, rows }));
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
          <ImportDrawer routes={routes} area={props.area} onClose={() => setImporting(false)} />
        </Suspense>
      )}
    </>
  );
}
