import { lastWord } from '@liangbuwu/office/commitments/rules.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { chlorineRange, isChlorineRight } from '../chlorine-range.ts';
import type { Entry } from '../recording/entry.ts';
import { type Flag, flagOf, type Known, litresIn, nameOf } from './flags.ts';

/** What is odd without looking at a way: sources, clearances, who turned which key, chlorine. */
export function oddStandings(known: Known): Flag[] {
  return [
    ...overTheLimit(known),
    ...known.entries.flatMap((entry) => [
      ...whileClosed(known, entry),
      ...whileBarred(known, entry),
      ...chlorine(known, entry),
    ]),
    ...bothKeys(known),
    ...farAbove(known),
  ];
}

function overTheLimit(known: Known): Flag[] {
  const fills = known.entries.filter(({ kind, source }) => kind === 'filled' && source !== null);
  return [...Map.groupBy(fills, ({ source }) => String(source))].flatMap(([id, all]) => {
    const source = known.sources.get(id);
    const sum = all.reduce((litres, one) => litres + (one.litres ?? 0), 0);
    if (!source?.litresPerDay || sum <= source.litresPerDay) return [];
    const [taken, limit] = [litresIn(sum), litresIn(source.litresPerDay)];
    return [
      flagOf(
        'over-the-daily-limit',
        all,
        say(
          `今天在${source.name}共取 ${taken['zh-CN']}（${all.length} 次），每天至多 ${limit['zh-CN']}。`,
          `${taken.en} were taken at ${source.name} today (${all.length} fills); ${limit.en} a day is the limit.`,
        ),
      ),
    ];
  });
}

function whileClosed(known: Known, entry: Entry): Flag[] {
  const source = known.sources.get(entry.source ?? '');
  if (entry.kind !== 'filled' || !source?.closedSince) return [];
  if (Date.parse(entry.at) <= Date.parse(source.closedSince)) return [];
  const [since, at] = [known.clock(source.closedSince), known.clock(entry.at)];
  return [
    flagOf(
      'source-closed',
      [entry],
      say(
        `${source.name} ${since} 起停用，${at} 仍登记取水。`,
        `${source.name} has been closed since ${since}; a fill is recorded at ${at}.`,
      ),
    ),
  ];
}

function whileBarred(known: Known, entry: Entry): Flag[] {
  const tanker = known.tankers.get(entry.tanker ?? '');
  const carries = entry.kind === 'filled' || entry.kind === 'emptied';
  if (!carries || !tanker?.barred) return [];
  return [
    flagOf(
      'tanker-barred',
      [entry],
      say(
        `${tanker.name}今天不能送饮用水：${tanker.barred['zh-CN']}。`,
        `${tanker.name} may carry no drinking water today: ${tanker.barred.en}.`,
      ),
    ),
  ];
}

function chlorine(known: Known, entry: Entry): Flag[] {
  const { from, to } = chlorineRange;
  if (entry.chlorine === null || isChlorineRight(entry.chlorine)) return [];
  const where = nameOf(known, entry);
  return [
    flagOf(
      'chlorine-out-of-range',
      [entry],
      say(
        `${where}余氯 ${entry.chlorine} mg/L，应在 ${from}–${to} 之间。`,
        `Free chlorine at ${where} is ${entry.chlorine} mg/L; it should be between ${from} and ${to}.`,
      ),
    ),
  ];
}

/** One flag a person, whose deliveries they are: a village without phones would else fill the page. */
function bothKeys(known: Known): Flag[] {
  const alone = known.promises.flatMap(({ id, point, proofs }) => {
    const giver = lastWord(proofs, 'giver');
    const receiver = lastWord(proofs, 'receiver');
    if (!giver || !receiver || giver.saidBy !== receiver.saidBy) return [];
    const entries = known.entries.filter((one) => one.id === giver.id || one.id === receiver.id);
    return [{ id, point, by: giver.saidBy, entries }];
  });
  return [...Map.groupBy(alone, ({ by }) => by).values()].map((deliveries) => {
    const entries = deliveries.flatMap((one) => one.entries);
    const names = [...new Set(deliveries.map(({ point }) => known.points.get(point)?.name ?? ''))];
    const by = entries[0]?.by.name ?? '';
    const many = deliveries.length;
    const [only] = many === 1 ? deliveries : [];
    return {
      ...flagOf(
        'both-keys-one-hand',
        entries,
        say(
          `${names.join('、')}的 ${many} 趟，送和收都由${by}登记，没有第二个人证明。`,
          `Both sides of ${many === 1 ? 'one delivery' : `${many} deliveries`} (${names.join(', ')}) were recorded by ${by}: no second person vouches for them.`,
        ),
      ),
      promise: only?.id ?? null,
      point: only?.point ?? null,
    };
  });
}

/** A nought too many is the commonest slip: half as much again as promised, and more than a few barrels. */
const farAbovePromised = { times: 1.5, litres: 500 };

function farAbove(known: Known): Flag[] {
  const { times, litres: some } = farAbovePromised;
  return known.promises.flatMap(({ id, point, planned, quantity, proofs }) => {
    if (!planned) return [];
    return (['giver', 'receiver'] as const).flatMap((side) => {
      const last = lastWord(proofs, side);
      const entry = known.entries.find((one) => one.id === last?.id);
      if (!last || !entry || last.quantity <= Math.max(quantity * times, quantity + some))
        return [];
      const name = known.points.get(point)?.name ?? '';
      const [said, promised] = [litresIn(last.quantity), litresIn(quantity)];
      return [
        {
          ...flagOf(
            'far-above-promised',
            [entry],
            say(
              `${name}这一趟承诺 ${promised['zh-CN']}，${entry.by.name}登记 ${said['zh-CN']}，多出 ${litresIn(last.quantity - quantity)['zh-CN']}。`,
              `${promised.en} were promised to ${name}; ${entry.by.name} recorded ${said.en}, ${litresIn(last.quantity - quantity).en} more.`,
            ),
            id,
          ),
          point,
        },
      ];
    });
  });
}
