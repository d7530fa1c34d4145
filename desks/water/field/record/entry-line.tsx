import type { KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import { useTools } from '@liangbuwu/ui/phone/tools.ts';
import type { EntryBody } from '../../recording/entry.ts';
import type { DriverDay, KeeperDay } from '../../recording/field-day.ts';
import { litresOf } from '../said.ts';
import { SaidLine } from './said-line.tsx';

/** The name of a tanker's, a source's or a point's id, by the days that this phone keeps. */
export function usePlaceName(card: string): (id: string | undefined) => string {
  const kept = useTools().feed(card)?.value as { days: (DriverDay | KeeperDay)[] } | undefined;
  return (id) => {
    for (const day of kept?.days ?? []) {
      const places = [...day.points, ...('sources' in day ? day.sources : [])];
      const found = places.find((place) => place.id === id);
      if (found) return found.name;
    }
    return '';
  };
}

/** An entry of this phone in the list of all that was recorded. */
export function EntryLine({ entry }: { entry: KeptEntry }) {
  const body = entry.body as EntryBody;
  const name = usePlaceName(entry.card);
  const place = 'point' in body ? body.point : 'source' in body ? body.source : undefined;
  const counted = body.kind === 'roll-call' ? body : undefined;
  const figure =
    litresOf(body) ??
    ('litres' in body ? body.litres : body.kind === 'dry-well' ? body.have : null);
  return (
    <SaidLine
      state={false}
      place={name(place)}
      said={{
        kind: body.kind,
        at: body.at,
        state: entry.state,
        litres: figure,
        homes: counted?.homes ?? null,
        people: counted?.people ?? null,
        minutes: body.kind === 'delayed' ? body.minutes : null,
        why: 'why' in body ? body.why : null,
        onBehalfOf: 'onBehalfOf' in body ? (body.onBehalfOf ?? null) : null,
      }}
    />
  );
}
