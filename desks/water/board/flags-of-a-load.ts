import { say } from '@liangbuwu/office/http/say.ts';
import type { Entry } from '../recording/entry.ts';
import { byTanker, type Flag, flagOf, type Known, litresIn, tolerance } from './flags.ts';

/** Litres that a tanker cannot hold, has not fetched, or a village tank cannot take. */
export function oddLoads(known: Known): Flag[] {
  return [
    ...byTanker(known).flatMap(([tanker, entries]) => ofTanker(known, tanker, entries)),
    ...known.entries.flatMap((entry) => ofVillageTank(known, entry)),
  ];
}

function ofTanker(known: Known, id: string, entries: readonly Entry[]): Flag[] {
  const tanker = known.tankers.get(id);
  if (!tanker) return [];
  const flags: Flag[] = [];
  const holds = tanker.litres;
  // What it had in the morning nobody wrote down: something between nothing and full.
  let most = holds;
  let least = 0;
  let out: Entry[] = [];
  for (const entry of entries) {
    const litres = entry.litres ?? 0;
    const tooMuch = litres > holds * tolerance.litres;
    if (entry.kind === 'filled') {
      if (tooMuch) flags.push(moreThanItHolds(tanker.name, holds, entry));
      else if (least + litres > holds * tolerance.litres)
        flags.push(
          flagOf('more-than-it-holds', [entry], stillIn(tanker.name, holds, least, entry)),
        );
      most = Math.min(holds, Math.max(0, most - sumOf(out)) + litres);
      least = Math.min(holds, least + litres);
      out = [];
    }
    if (entry.kind === 'emptied') {
      const wasTooMuch = sumOf(out) > most * tolerance.litres;
      out = [...out, entry];
      if (tooMuch) flags.push(moreThanItHolds(tanker.name, holds, entry));
      else if (!wasTooMuch && sumOf(out) > most * tolerance.litres)
        flags.push(flagOf('more-out-than-in', out, outOf(tanker.name, most, out)));
      least = Math.max(0, least - litres);
    }
  }
  return flags;
}

const sumOf = (entries: readonly Entry[]): number =>
  entries.reduce((all, { litres }) => all + (litres ?? 0), 0);

const moreThanItHolds = (name: string, holds: number, entry: Entry): Flag => {
  const [litres, most] = [litresIn(entry.litres ?? 0), litresIn(holds)];
  const verb =
    entry.kind === 'filled'
      ? say('取了', 'is said to have taken')
      : say('放了', 'is said to have given');
  return flagOf(
    'more-than-it-holds',
    [entry],
    say(
      `${name}${verb['zh-CN']} ${litres['zh-CN']}，车只装 ${most['zh-CN']}。`,
      `${name} ${verb.en} ${litres.en}; it holds ${most.en}.`,
    ),
  );
};

const stillIn = (name: string, holds: number, least: number, entry: Entry) => {
  const [had, took, most] = [litresIn(least), litresIn(entry.litres ?? 0), litresIn(holds)];
  return say(
    `${name}车上至少还有 ${had['zh-CN']}，又取 ${took['zh-CN']}，超过车容 ${most['zh-CN']}。`,
    `${name} had ${had.en} left at least and took ${took.en}: more than the ${most.en} that it holds.`,
  );
};

const outOf = (name: string, had: number, out: readonly Entry[]) => {
  const sum = litresIn(sumOf(out));
  const parts = out.map((one) => (one.litres ?? 0).toLocaleString('en-US')).join(' + ');
  const most = litresIn(had);
  const sums = out.length > 1 ? `${parts} = ` : '';
  return say(
    `${name}放出 ${sums}${sum['zh-CN']}，而车上至多有 ${most['zh-CN']}。`,
    `${name} gave ${sums}${sum.en}, but had ${most.en} at most.`,
  );
};

function ofVillageTank(known: Known, entry: Entry): Flag[] {
  const point = known.points.get(entry.point ?? '');
  if (entry.kind !== 'received' || !point?.tank || (entry.litres ?? 0) <= point.tank) return [];
  const [came, holds] = [litresIn(entry.litres ?? 0), litresIn(point.tank)];
  return [
    flagOf(
      'more-than-it-holds',
      [entry],
      say(
        `${point.name}登记收到 ${came['zh-CN']}，村水池只装 ${holds['zh-CN']}。`,
        `${point.name} is said to have received ${came.en}; its village tank holds ${holds.en}.`,
      ),
    ),
  ];
}
