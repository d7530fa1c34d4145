import { Form, Select } from 'antd';
import { passMessages } from '../messages/passes.ts';
import type { GateView } from '../with-gate.tsx';
import type { Draft } from './draft.ts';

/** Gates that a pass may open. */
const most = 3;

/** Which gates the pass opens: the page's own, and others of the response that check for the purpose. */
export function GatesField(props: {
  id: string;
  view: GateView;
  draft: Draft;
  disabled: boolean;
  onChange(patch: Partial<Draft>): void;
}) {
  const { id, view, draft } = props;
  const t = passMessages.use();
  const others = view.gates.filter(
    (gate) =>
      gate.id !== view.gate.id &&
      gate.response === view.gate.response &&
      gate.outOfUse === null &&
      gate.purposes.includes(draft.purpose),
  );
  return (
    <Form.Item required label={t('form.gates')} htmlFor={`${id}-gates`}>
      <Select
        id={`${id}-gates`}
        mode="multiple"
        maxCount={most}
        disabled={props.disabled}
        popupMatchSelectWidth={false}
        value={[view.gate.id, ...draft.also]}
        options={[
          { value: view.gate.id, label: view.gate.name, disabled: true },
          ...others.map(({ id: value, name }) => ({ value, label: name })),
        ]}
        onChange={(chosen: string[]) =>
          props.onChange({ also: chosen.filter((one) => one !== view.gate.id) })
        }
      />
    </Form.Item>
  );
}
