import { call } from '@liangbuwu/office/http/console/call.ts';
import { SchoolReport } from '@liangbuwu/office/people/school-report.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import type { RuleFact } from '@liangbuwu/office/rulebook/rulebook.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import type { LedgerLine } from '../../answers/answer.ts';
import { reportFor } from '../../reports/report.contract.ts';
import { pupilMessages } from '../messages/pupils.ts';
import { FormDialog } from '../schools/form-dialog.tsx';
import { type Draft, reportOf } from './draft.ts';
import { ReportFields } from './report-fields.tsx';

/** Reports for who cannot, with what the rule asks and nothing else. */
export function ReportDialog(props: {
  line: LedgerLine;
  asked: readonly RuleFact[];
  response: Response;
  onClose(): void;
}) {
  const { line, asked, response, onClose } = props;
  const t = pupilMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [fact] = useState(newId);
  const [draft, setDraft] = useState<Draft>({});
  const [tried, setTried] = useState(false);
  const read = SchoolReport.safeParse(reportOf(draft, asked, format));
  const save = useMutation({
    mutationFn: (report: SchoolReport) =>
      call(reportFor, {
        params: { member: line.id, fact },
        body: { response: response.id, at: response.now, report },
      }),
    onSuccess: async () => {
      void message.success(t('report.saved'));
      await queries.invalidateQueries({ queryKey: ['campus', 'pupils'] });
      onClose();
    },
  });
  const changed = Object.keys(draft).length > 0;
  useUnsavedGuard(changed && !save.isSuccess);
  return (
    <FormDialog
      title={t('report.title', { name: line.name })}
      changed={changed}
      busy={save.isPending}
      error={save.error}
      fields={[]}
      onClose={onClose}
      onSave={() => {
        setTried(true);
        if (read.success) save.mutate(read.data);
      }}
    >
      <p>{tried && !read.success ? t('report.empty') : t('report.note')}</p>
      <ReportFields
        asked={asked}
        draft={draft}
        latest={response.now}
        onChange={(patch) => {
          setDraft({ ...draft, ...patch });
          save.reset();
        }}
      />
    </FormDialog>
  );
}
