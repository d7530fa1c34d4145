import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { UploadIcon } from '@liangbuwu/ui/icons.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, InputNumber, Upload } from 'antd';
import { useState } from 'react';
import { call } from '../../../http/console/call.ts';
import { Refusal } from '../../../http/refusal.ts';
import type { Sheet } from '../../sheets/contract.ts';
import { contentOf, largestFile } from './file-content.ts';
import { sheetMessages } from './messages.ts';
import { type SheetRoutes, sheetKeys, sheetsQuery } from './queries.ts';
import styles from './sheets.module.css';

/** Where a sheet begins: a file, or one that was brought before. */
export function ChooseFile(props: {
  routes: SheetRoutes;
  area: string;
  response: string | undefined;
  onSheet: (sheet: Sheet) => void;
}) {
  const { routes, area, response, onSheet } = props;
  const t = sheetMessages.use();
  const format = useFormat();
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const [headerRow, setHeaderRow] = useState(1);
  const bring = useMutation({
    mutationFn: async (of: { file: File; headerRow?: number }) =>
      call(routes.upload, {
        body: {
          sheet: newId(),
          ...(response && { response }),
          area,
          name: of.file.name.slice(-200),
          content: await contentOf(of.file),
          ...(of.headerRow !== undefined && { headerRow: of.headerRow }),
        },
      }),
    onSuccess: (sheet) => {
      void queries.invalidateQueries({ queryKey: sheetKeys.list(routes.table.id) });
      onSheet(sheet);
    },
  });
  const tooLarge = file !== undefined && file.size > largestFile;
  const noHeader = bring.error instanceof Refusal && bring.error.body.code === 'no-header-row';
  return (
    <div className={styles.sheet}>
      <Upload.Dragger
        accept=".xlsx,.csv"
        showUploadList={false}
        disabled={bring.isPending}
        beforeUpload={(chosen) => {
          setFile(chosen);
          if (chosen.size <= largestFile) bring.mutate({ file: chosen });
          return false;
        }}
      >
        <p className={styles.drop}>
          <UploadIcon />{' '}
          {bring.isPending ? t('choose.reading', { name: file?.name ?? '' }) : t('choose.drop')}
        </p>
        <p className={styles.note}>{t('choose.note')}</p>
      </Upload.Dragger>
      {routes.table.personal && (
        <Alert
          type="info"
          showIcon
          title={t(routes.table.ofResponse ? 'choose.personal' : 'choose.lasting')}
        />
      )}
      {tooLarge && (
        <p role="alert" className={styles.fault}>
          {t('choose.tooLarge', { size: `${format.number((file?.size ?? 0) / 1e6, 1)} MB` })}
        </p>
      )}
      {bring.error && <ErrorState inline error={bring.error} />}
      {noHeader && file && (
        <div className={styles.line}>
          <label htmlFor="header-row">{t('headerRow.label')}</label>
          <InputNumber
            id="header-row"
            min={1}
            max={1000}
            value={headerRow}
            onChange={(value) => setHeaderRow(value ?? 1)}
          />
          <ActionButton onClick={() => bring.mutate({ file, headerRow })}>
            {t('headerRow.again')}
          </ActionButton>
        </div>
      )}
      <Recent routes={routes} response={response} onSheet={onSheet} />
    </div>
  );
}

function Recent(props: {
  routes: SheetRoutes;
  response: string | undefined;
  onSheet: (sheet: Sheet) => void;
}) {
  const { routes, response, onSheet } = props;
  const t = sheetMessages.use();
  const format = useFormat();
  const sheets = useQuery(sheetsQuery(routes, response));
  return (
    <section>
      <h3 className={styles.heading}>{t('choose.recent')}</h3>
      <Loaded
        query={sheets}
        empty={{
          when: (data) => data.sheets.length === 0,
          show: <p className={styles.note}>{t('choose.none')}</p>,
        }}
      >
        {(data) => (
          <ul className={styles.recent}>
            {data.sheets.map((sheet) => (
              <li key={sheet.id}>
                <span>
                  <strong>{sheet.name}</strong>{' '}
                  {sheet.state === 'written'
                    ? t('states.written', { written: sheet.written })
                    : t(`states.${sheet.state}`)}
                  <small>
                    {t('madeBy', {
                      name: sheet.madeBy.name,
                      at: format.instant(sheet.madeAt),
                      rows: format.number(sheet.rows),
                    })}
                  </small>
                </span>
                <ActionButton size="small" onClick={() => onSheet(sheet)}>
                  {t('open')}
                </ActionButton>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
