import type { KeeperPoint } from '../../recording/field-day.ts';
import { keeperMessages } from '../messages/keeper.ts';
import { AmountSheet } from '../record/amount-sheet.tsx';
import { routes } from '../routes.ts';
import type { Delivery } from './deliveries.ts';
import { keeperCard, type Village } from './use-keeper-days.ts';

/** The second key: what came, prefilled with what the driver said, else with what was promised. */
export function ReceivedSheet(props: {
  village: Village;
  point: KeeperPoint;
  delivery: Delivery | undefined;
  onClose: () => void;
}) {
  const t = keeperMessages.use();
  const { village, point, delivery } = props;
  const litres = delivery?.driver ?? delivery?.promise.quantity ?? null;
  return (
    <AmountSheet
      title={t(delivery ? 'received-some' : 'unannounced')}
      note={[point.name, delivery?.promise.giverName].filter(Boolean).join(' · ')}
      body={{
        kind: 'received',
        response: village.day.response.id,
        point: point.id,
        promise: delivery?.promise.id ?? null,
        at: village.likely(delivery?.promise.dueTo),
      }}
      planned={litres}
      send={{ card: keeperCard, under: routes.keeperEntries }}
      onClose={props.onClose}
    />
  );
}
