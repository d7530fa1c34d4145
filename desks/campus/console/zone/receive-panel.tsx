import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { App, Input } from 'antd';
import { useId, useState } from 'react';
import { receiveParcels } from '../../zone/zone.contract.ts';
import { mostAtOnce } from '../../zone/zone.ts';
import { zoneMessages } from '../messages/zone.ts';
import { usePermitted } from '../permitted.ts';
import styles from './zone.module.css';
import { useZoneStep } from './zone-queries.ts';

/** Takes codes from a hand scanner, which types each with a line break, or typed. */
export function ReceivePanel(props: { school: string; response: string }) {
  const { school, response } = props;
  const t = zoneMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const denied = usePermitted('campus.zone');
  const id = useId();
  const [text, setText] = useState('');
  const codes = text.split(/[\s,，;]+/).filter((one) => one !== '');
  const receive = useZoneStep(
    (step, typed: readonly string[]) =>
      call(receiveParcels, {
        params: { school, step },
        body: { response, codes: typed.map((one) => one.slice(0, 20)) },
      }),
    ({ received, before, unknown }) => {
      const said = { received: format.number(received), before: format.number(before) };
      void message.success(t('receive.said', said));
      setText(unknown.join('\n'));
    },
  );
  const unknown = receive.data?.unknown ?? [];
  const why =
    codes.length === 0
      ? t('receive.empty')
      : codes.length > mostAtOnce
        ? t('receive.tooMany')
        : undefined;
  return (
    <Panel title={t('receive.title')} note={t('receive.note')}>
      <div className={styles.receive}>
        <label className="visually-hidden" htmlFor={id}>
          {t('receive.codes')}
        </label>
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2, maxRows: 8 }}
          autoComplete="off"
          spellCheck={false}
          placeholder="ACDE-FHJK"
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            receive.reset();
          }}
        />
        <ActionButton
          type="primary"
          loading={receive.isPending}
          disabledReason={denied ?? why}
          onClick={() => receive.mutate(codes)}
        >
          {t('receive.save', { count: format.number(codes.length) })}
        </ActionButton>
      </div>
      {unknown.length > 0 && (
        <p role="alert" className={styles.unknown}>
          {t('receive.unknown', { codes: unknown.join(format.language === 'en' ? ', ' : '、') })}
        </p>
      )}
      {receive.error && <ErrorState inline error={receive.error} />}
    </Panel>
  );
}
