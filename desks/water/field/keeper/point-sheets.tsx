import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Chips } from '@liangbuwu/ui/phone/chips.tsx';
import { Sheet } from '@liangbuwu/ui/phone/sheet.tsx';
import { useRecord } from '@liangbuwu/ui/phone/use-record.ts';
import type { KeeperPoint } from '../../recording/field-day.ts';
import { keeperMessages } from '../messages/keeper.ts';
import { recordingMessages } from '../messages/recording.ts';
import { FigureSheet } from '../record/figure-sheet.tsx';
import { wayWhys } from '../record/whys.ts';
import { routes } from '../routes.ts';
import { keeperCard, type Village } from './use-keeper-days.ts';

type OfPoint = { village: Village; point: KeeperPoint; onClose: () => void };

const send = { card: keeperCard, under: routes.keeperEntries };
const common = ({ village, point }: OfPoint) => ({
  response: village.day.response.id,
  point: point.id,
  at: village.likely(),
});

export function LevelSheet(props: OfPoint) {
  const t = keeperMessages.use();
  const format = useFormat();
  const { tank } = props.point;
  return (
    <FigureSheet
      title={t('level-title')}
      note={tank !== null && t('tank-holds', { tank: format.litres(tank) })}
      body={{ kind: 'measured', ...common(props) }}
      send={send}
      onClose={props.onClose}
    />
  );
}

export function DryWellSheet(props: OfPoint) {
  const t = keeperMessages.use();
  const format = useFormat();
  return (
    <FigureSheet
      title={t('dry-title')}
      note={t('dry-note', { litres: format.litres(props.point.have) })}
      body={{ kind: 'dry-well', ...common(props) }}
      send={send}
      onClose={props.onClose}
    />
  );
}

/** The tap on the reason records it. */
export function WayClosedSheet(props: OfPoint) {
  const t = keeperMessages.use();
  const all = recordingMessages.use();
  const { record, recording, fault } = useRecord(props.onClose);
  return (
    <Sheet title={t('way-closed')} note={props.point.name} onClose={props.onClose}>
      <Chips
        legend={t('way-title')}
        disabled={recording}
        options={wayWhys.map((value) => ({ value, name: all(`why.${value}`) }))}
        onChoose={(why) =>
          record(
            { ...send, kind: 'way-closed', body: { kind: 'way-closed', why, ...common(props) } },
            all('recorded', { what: all('kinds.way-closed') }),
          )
        }
      />
      {fault && <p role="alert">{fault}</p>}
    </Sheet>
  );
}
