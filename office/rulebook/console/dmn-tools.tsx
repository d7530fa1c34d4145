import { DownloadIcon, UploadIcon } from '@liangbuwu/ui/icons.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { findRefusal } from '@liangbuwu/ui/state/refusal.ts';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Upload } from 'antd';
import { call } from '../../http/console/call.ts';
import type { OutputOf } from '../../http/contract.ts';
import { wordedTable } from '../check-version.ts';
import { readRuleDmn, writeRuleDmn } from '../contract.ts';
import type { RuleFact, RuleVersion } from '../rulebook.ts';
import type { DecisionTable } from '../table.ts';
import { rulebookMessages } from './messages.ts';

type Issue = OutputOf<typeof readRuleDmn>['tables'][number]['issue'];

/** A version as a DMN file, and a table of a DMN file into a draft. */
export function DmnTools(props: {
  version: RuleVersion;
  catalogue?: readonly RuleFact[];
  onRead?: (table: DecisionTable, issue: Issue) => void;
}) {
  const { version, onRead, catalogue = [] } = props;
  const t = rulebookMessages.use();
  const say = useSay();
  const { message } = App.useApp();
  const failed = (error: unknown) => {
    const refusal = findRefusal(error);
    void message.error(refusal ? `${say(refusal.cause)} ${say(refusal.remedy)}` : String(error));
  };
  const out = useMutation({
    mutationFn: () => call(writeRuleDmn, { params: { version: version.id } }),
    onSuccess: ({ file, xml }) => save(file, xml),
    onError: failed,
  });
  const read = useMutation({
    mutationFn: async (file: File) => call(readRuleDmn, { body: { xml: await file.text() } }),
    onSuccess: ({ tables }) => {
      const [first] = tables;
      if (!first) return void message.warning(t('set.dmnNone'));
      onRead?.(wordedTable(first.table, catalogue), first.issue);
      void message.success(t('set.dmnRead', { name: first.table.name }));
    },
    onError: failed,
  });
  return (
    <>
      {onRead && (
        <Upload
          accept=".dmn,.xml"
          showUploadList={false}
          beforeUpload={(file) => {
            read.mutate(file);
            return false;
          }}
        >
          <Button icon={<UploadIcon />} loading={read.isPending}>
            {t('set.dmnIn')}
          </Button>
        </Upload>
      )}
      <Button icon={<DownloadIcon />} loading={out.isPending} onClick={() => out.mutate()}>
        {t('set.dmnOut')}
      </Button>
    </>
  );
}

function save(name: string, xml: string): void {
  const url = URL.createObjectURL(new Blob([xml], { type: 'application/xml' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
