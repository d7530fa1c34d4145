import { type Say, say } from '@liangbuwu/office/http/say.ts';
import type { SchoolClass } from '../campus.ts';
import { gradeWords } from '../grade-words.ts';
import type { Parts } from '../reopening/parts.ts';
import { samplersFor } from '../reopening/plan-parts.ts';
import type { BatchCheck, BatchLine } from './batch.ts';

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const quarter = 15;

interface Peak {
  gate: string;
  /** Minutes since 00:00, when the fullest quarter of an hour begins. */
  from: number;
  people: number;
}

/** Each gate's fullest quarter of an hour, if everybody comes evenly within their time. */
export function peaksOf(lines: readonly BatchLine[]): Peak[] {
  const gates = new Map<string, Map<number, number>>();
  for (const { gate, from, to, people } of lines) {
    const [start, end] = [minuteOf(from), minuteOf(to)];
    const filled = gates.get(gate) ?? new Map<number, number>();
    gates.set(gate, filled);
    for (let at = Math.floor(start / quarter) * quarter; at < end; at += quarter) {
      const within = Math.min(end, at + quarter) - Math.max(start, at);
      filled.set(at, (filled.get(at) ?? 0) + (people * within) / (end - start));
    }
  }
  return [...gates].map(([gate, filled]) => {
    const [from, people] = [...filled].reduce((most, one) => (one[1] > most[1] ? one : most));
    // Sums of fractions: ten tenths of a person are one.
    return { gate, from, people: Math.ceil(people - 1e-9) };
  });
}

/** What a batch is held against. */
export interface Against {
  today: string;
  boards: boolean;
  parts: Parts;
  classes: readonly SchoolClass[];
  /** Lines of the school's other batches with their day. */
  others: readonly { number: number; day: string; lines: readonly BatchLine[] }[];
}

const sum = (lines: readonly BatchLine[]): number =>
  lines.reduce((all, { people }) => all + people, 0);

/** Whether gates, beds, samplers and the plan's days hold what a batch brings. */
export function checkBatch(
  batch: { day: string; perQuarter: number; lines: readonly BatchLine[] },
  against: Against,
): BatchCheck[] {
  const { lines, day, perQuarter } = batch;
  const uncounted = lines.filter(({ people }) => people === 0);
  if (lines.length === 0)
    return [check('empty', false, say('还没有选班级', 'no class is chosen yet'))];
  const checks = [
    ...(day < against.today ? [check('day', false, say(`${day} 已经过了`, `${day} is past`))] : []),
    ...peaksOf(lines).map(({ gate, from, people }) =>
      check(
        'gate',
        people <= perQuarter,
        say(
          `${gate} ${timeOf(from)}–${timeOf(from + quarter)} 最多进 ${people} 人，每刻钟能进 ${perQuarter} 人`,
          `${gate}, ${timeOf(from)}–${timeOf(from + quarter)}: at most ${people} people; it lets in ${perQuarter} in that time`,
        ),
      ),
    ),
    samplers(sum(lines), against.parts.tests.samplers ?? 0),
    ...tooEarly(day, against, lines),
    ...inTwo(against, lines),
  ];
  if (uncounted.length > 0) {
    const names = namesOf(uncounted, against.classes);
    checks.push(
      check(
        'empty',
        false,
        say(`${names.join('、')} 还没有填人数`, `nobody is counted yet for ${names.join(', ')}`),
      ),
    );
  }
  if (against.boards) {
    const before = against.others.filter((other) => other.day <= day);
    const people = sum(lines) + before.reduce((all, other) => all + sum(other.lines), 0);
    const beds = against.parts.lodging.beds ?? 0;
    checks.push(
      check(
        'beds',
        people <= beds,
        say(
          `到这一批共 ${people} 人返校，宿舍 ${beds} 张床`,
          `${people} people are back with this batch; there are ${beds} beds`,
        ),
      ),
    );
  }
  return checks;
}

const check = (what: BatchCheck['what'], ok: boolean, words: Say): BatchCheck => ({
  what,
  ok,
  words,
});

function samplers(people: number, have: number): BatchCheck {
  const need = samplersFor(people);
  return check(
    'samplers',
    need <= have,
    say(
      `${people} 人要 ${need} 名采样员，方案里有 ${have} 名`,
      `${people} people need ${need} samplers; the plan has ${have}`,
    ),
  );
}

function tooEarly(
  day: string,
  { parts, classes }: Against,
  lines: readonly BatchLine[],
): BatchCheck[] {
  const chosen = new Set(lines.map((line) => line.class));
  return parts.arrivals.grades.flatMap(({ stage, grade, day: planned }) => {
    const isIn = classes.some(
      (one) => chosen.has(one.id) && one.stage === stage && one.grade === grade,
    );
    if (!isIn || planned === null || planned <= day) return [];
    const name = gradeWords({ stage, grade });
    return check(
      'day',
      false,
      say(
        `方案里${name['zh-CN']} ${planned} 返校，这一批是 ${day}`,
        `the plan has ${name.en} back on ${planned}; this batch is on ${day}`,
      ),
    );
  });
}

function inTwo({ others, classes }: Against, lines: readonly BatchLine[]): BatchCheck[] {
  return others.flatMap(({ number, lines: theirs }) => {
    const names = namesOf(
      lines.filter((line) => theirs.some((one) => one.class === line.class)),
      classes,
    );
    return names.length === 0
      ? []
      : check(
          'twice',
          false,
          say(
            `${names.join('、')} 已在第 ${number} 批`,
            `in batch ${number} already: ${names.join(', ')}`,
          ),
        );
  });
}

const namesOf = (lines: readonly BatchLine[], classes: readonly SchoolClass[]): string[] =>
  lines.flatMap((line) => classes.find(({ id }) => id === line.class)?.name ?? []);
