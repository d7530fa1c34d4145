import { call } from '@liangbuwu/office/http/console/call.ts';
import { contentOf } from '@liangbuwu/office/tables/console/sheets/file-content.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSaveFile } from '@liangbuwu/ui/files/use-save-file.ts';
import { DownloadIcon, UploadIcon } from '@liangbuwu/ui/icons.ts';
import { useLanguage } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Modal, Upload } from 'antd';
import { useState } from 'react';
import { bringList, getListTemplate, previewList } from '../../members/lists/lists.contract.ts';
import { pupilMessages } from '../messages/pupils.ts';
import { ListPreview } from './list-preview.tsx';
import styles from './pupils.module.css';

/** Bytes of a file that the server takes. */
const largest = 3 * 2 ** 20;

/** Enters people from an Excel file into a class, or into a school’s classes and its staff. */
export function ListDialog(props: {
  of: { id: string; name: string };
  response: string;
  onClose(): void;
}) {
  const { of, response, onClose } = props;
  const t = pupilMessages.use();
  const format = useFormat();
  const { language } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const template = useSaveFile();
  const [file, setFile] = useState<File>();
  const params = { area: of.id };
  const look = useMutation({
    mutationFn: async (chosen: File) => {
      const content = await contentOf(chosen);
      return { content, preview: await call(previewList, { params, body: { response, content } }) };
    },
  });
  const bring = useMutation({
    mutationFn: (content: string) => call(bringList, { params, body: { response, content } }),
    onSuccess: async ({ added, known, faulty }) => {
      const n = format.number;
      void message.success(t('file.done', { added: n(added), known: n(known), faulty: n(faulty) }));
      await queries.invalidateQueries({ queryKey: ['campus', 'pupils'] });
      onClose();
    },
  });
  const preview = look.data?.preview;
  const fresh = preview?.places.reduce((sum, one) => sum + one.fresh, 0) ?? 0;
  const tooLarge = file !== undefined && file.size > largest;
  const choose = (chosen: File) => {
    setFile(chosen);
    bring.reset();
    look.reset();
    if (chosen.size <= largest) look.mutate(chosen);
    return false;
  };
  return (
    <Modal
      open
      width={720}
      title={t('file.title', { place: of.name })}
      onCancel={onClose}
      mask={{ closable: file === undefined }}
      footer={
        <div className={styles.foot}>
          <ActionButton
            icon={<DownloadIcon />}
            loading={template.isPending}
            onClick={() =>
              template.mutate(() => call(getListTemplate, { params, query: { language } }))
            }
          >
            {t('file.template')}
          </ActionButton>
          <span className={styles.apart} />
          <ActionButton onClick={onClose}>{t('file.close')}</ActionButton>
          <ActionButton
            type="primary"
            loading={bring.isPending}
            disabledReason={
              preview === undefined ? t('file.first') : fresh === 0 ? t('file.nobody') : undefined
            }
            onClick={() => look.data && bring.mutate(look.data.content)}
          >
            {t('file.enter', { fresh: format.number(fresh) })}
          </ActionButton>
        </div>
      }
    >
      <div className={styles.detail}>
        <Upload.Dragger
          accept=".xlsx,.csv"
          showUploadList={false}
          disabled={look.isPending || bring.isPending}
          beforeUpload={choose}
        >
          <p>
            <UploadIcon />{' '}
            {look.isPending
              ? t('file.reading', { name: file?.name ?? '' })
              : t(file ? 'file.other' : 'file.drop')}
          </p>
        </Upload.Dragger>
        <p className={styles.quiet}>{t('file.note')}</p>
        {tooLarge && <p role="alert">{t('file.tooLarge')}</p>}
        {look.error && <ErrorState inline error={look.error} />}
        {preview && <ListPreview name={file?.name ?? ''} preview={preview} />}
        {bring.error && <ErrorState inline error={bring.error} />}
      </div>
    </Modal>
  );
}
