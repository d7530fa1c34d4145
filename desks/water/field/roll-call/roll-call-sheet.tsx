import { copyText } from '@liangbuwu/ui/action/copy-text.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { Chips } from '@liangbuwu/ui/phone/chips.tsx';
import fields from '@liangbuwu/ui/phone/fields.module.css';
import { NumberField, readNumber } from '@liangbuwu/ui/phone/number-field.tsx';
import { Sheet } from '@liangbuwu/ui/phone/sheet.tsx';
import { TextField } from '@liangbuwu/ui/phone/text-field.tsx';
import { useTools } from '@liangbuwu/ui/phone/tools.ts';
import { useRecord } from '@liangbuwu/ui/phone/use-record.ts';
import { useId, useMemo, useRef, useState } from 'react';
import { type Doubt, parseRollCall, type RollCallRow, sumOf } from '../../roll-call/parse.ts';
import { keeperCard, type Village } from '../keeper/use-keeper-days.ts';
import { keeperMessages } from '../messages/keeper.ts';
import { recordingMessages } from '../messages/recording.ts';
import { routes } from '../routes.ts';
import styles from '../water-field.module.css';

/** What a person changed of a row. */
type Changed = { taken?: boolean; people?: string; litres?: string };

/** A chat's roll-call, counted. It lives as long as this sheet is open: names are neither kept nor sent, the sum is. */
export function RollCallSheet({ village, onClose }: { village: Village; onClose: () => void }) {
  const t = keeperMessages.use();
  const [text, setText] = useState('');
  const [changes, setChanges] = useState<Record<number, Changed>>({});
  const { rows, unread } = useMemo(() => parseRollCall(text), [text]);
  const shown = rows.map((row, at) => shownRow(row, changes[at]));
  const sum = sumOf(
    shown
      .filter(({ taken }) => taken)
      .map(({ people, litres }) => ({
        people: readNumber(people) ?? null,
        litres: readNumber(litres) ?? null,
      })),
  );
  const paste = (pasted: string) => {
    setText(pasted);
    setChanges({});
  };
  return (
    <Sheet title={t('roll-call.title')} note={t('roll-call.note')} onClose={onClose}>
      <TextField
        many
        label={t('roll-call.paste')}
        hint={text === '' ? t('roll-call.example') : ''}
        value={text}
        onChange={paste}
        longest={20_000}
      />
      {text.trim() !== '' && rows.length === 0 && <p>{t('roll-call.none')}</p>}
      {rows.length > 0 && (
        <>
          <h3>{t('roll-call.rows', { count: rows.length })}</h3>
          <ol className={styles.rows}>
            {rows.map((row, at) => (
              <Row
                // A row has no name but its place in the text, which new text makes anew.
                // oxlint-disable-next-line react/no-array-index-key
                key={`${at} ${row.text}`}
                number={at + 1}
                row={row}
                shown={shown[at] ?? shownRow(row, undefined)}
                onChange={(changed) =>
                  setChanges({ ...changes, [at]: { ...changes[at], ...changed } })
                }
              />
            ))}
          </ol>
          <Sum sum={sum} />
        </>
      )}
      {unread.length > 0 && (
        <div className={styles.muted}>
          <p>{t('roll-call.unread', { count: unread.length })}</p>
          <ul>
            {unread.map((line, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- the same line may come twice
              <li key={`${at} ${line}`}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {rows.length > 0 && (
        <>
          <Button wide look="quiet" onClick={() => paste('')}>
            {t('roll-call.clear')}
          </Button>
          <CopiedSum text={t('roll-call.text', { village: village.name, ...sum })} />
          <SentSum village={village} sum={sum} onClose={onClose} />
        </>
      )}
    </Sheet>
  );
}

/** The sum as a text for the group; where the browser does not let it be copied, it stands there selected. */
function CopiedSum({ text }: { text: string }) {
  const t = keeperMessages.use();
  const phone = useTools();
  const id = useId();
  const shown = useRef<HTMLTextAreaElement>(null);
  const copy = async () => {
    if (await copyText(text, shown.current)) phone.say(t('roll-call.copied'));
  };
  return (
    <>
      <div className={fields.field}>
        <label htmlFor={id}>{t('roll-call.sum')}</label>
        <textarea id={id} ref={shown} className={fields.short} readOnly value={text} />
      </div>
      <Button wide onClick={() => void copy()}>
        {t('roll-call.copy')}
      </Button>
    </>
  );
}

/** The sum goes to the town, as that of a point. */
function SentSum(props: { village: Village; sum: ReturnType<typeof sumOf>; onClose: () => void }) {
  const { village, sum, onClose } = props;
  const t = keeperMessages.use();
  const all = recordingMessages.use();
  const { record, recording, fault } = useRecord(onClose);
  const [only] = village.points;
  const [point, setPoint] = useState(village.points.length === 1 ? only?.id : undefined);
  const send = () => {
    if (!point) return;
    const { homes, people, litres } = sum;
    const body = {
      kind: 'roll-call',
      response: village.day.response.id,
      point,
      homes,
      people,
      litres: Math.round(litres),
      at: village.likely(),
    };
    record(
      { card: keeperCard, under: routes.keeperEntries, kind: 'roll-call', body },
      all('recorded', { what: all('kinds.roll-call') }),
    );
  };
  return (
    <>
      {village.points.length > 1 && (
        <Chips
          legend={t('roll-call.point')}
          chosen={point}
          options={village.points.map(({ id, name }) => ({ value: id, name }))}
          onChoose={setPoint}
        />
      )}
      {fault && <p role="alert">{fault}</p>}
      <Button wide look="main" disabled={!point || sum.homes === 0 || recording} onClick={send}>
        {sum.homes === 0
          ? t('roll-call.none-counted')
          : t(point ? 'roll-call.send' : 'roll-call.point-missing')}
      </Button>
    </>
  );
}

type Shown = { taken: boolean; people: string; litres: string };

function shownRow({ people, litres }: RollCallRow, changed: Changed | undefined): Shown {
  return {
    taken: changed?.taken ?? (people !== null || litres !== null),
    people: changed?.people ?? String(people ?? ''),
    litres: changed?.litres ?? String(litres ?? ''),
  };
}

function Row(props: {
  number: number;
  row: RollCallRow;
  shown: Shown;
  onChange: (changed: Changed) => void;
}) {
  const t = keeperMessages.use();
  const { row, shown, onChange } = props;
  return (
    <li className={styles.check}>
      <input
        type="checkbox"
        aria-label={t('roll-call.take', { number: props.number })}
        checked={shown.taken}
        onChange={(event) => onChange({ taken: event.target.checked })}
      />
      <div>
        <p>{row.text}</p>
        {row.doubts.map((doubt) => (
          <DoubtLine key={doubt.is} doubt={doubt} />
        ))}
        <div className={fields.pair}>
          <NumberField
            label={t('roll-call.people')}
            unit=""
            value={shown.people}
            onChange={(people) => onChange({ people, taken: true })}
          />
          <NumberField
            label={t('roll-call.litres')}
            unit=""
            value={shown.litres}
            onChange={(litres) => onChange({ litres, taken: true })}
          />
        </div>
      </div>
    </li>
  );
}

function DoubtLine({ doubt }: { doubt: Doubt }) {
  const t = keeperMessages.use();
  const words =
    'litres' in doubt
      ? t(`roll-call.doubt.${doubt.is}`, { litres: doubt.litres })
      : t(`roll-call.doubt.${doubt.is}`);
  return <p className={styles.doubt}>{words}</p>;
}

function Sum({ sum }: { sum: ReturnType<typeof sumOf> }) {
  const t = keeperMessages.use();
  const format = useFormat();
  return (
    <div>
      <h3>{t('roll-call.sum')}</h3>
      <dl className={styles.sum}>
        {(['homes', 'heads', 'sum-litres'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`roll-call.${name}`)}</dt>
            <dd>
              {format.number(
                name === 'homes' ? sum.homes : name === 'heads' ? sum.people : sum.litres,
              )}
            </dd>
          </div>
        ))}
      </dl>
      {sum.people > 0 && (
        <p className={styles.muted}>
          {t('roll-call.each', { litres: format.number(sum.litres / sum.people, 1) })}
        </p>
      )}
    </div>
  );
}
