import type { Chance, Problem } from './problem.ts';

export interface Say {
  'zh-CN': string;
  en: string;
}

export interface ProblemFault {
  code: 'missing' | 'wrong-type' | 'out-of-range' | 'id-empty' | 'id-twice' | 'list-empty';
  /** Where: `groups[3].people`. */
  at: string;
  cause: Say;
  remedy: Say;
}

/** Thrown for a problem that cannot be planned as it stands. */
export class InvalidProblem extends Error {
  readonly code = 'invalid-problem';
  readonly faults: readonly ProblemFault[];

  constructor(faults: readonly ProblemFault[]) {
    const lines = faults
      .slice(0, 5)
      .map(({ at, code, cause }) => `${at} (${code}): ${cause['zh-CN']} / ${cause.en}`);
    super(['问题有误 / the problem is broken:', ...lines].join('\n'));
    this.name = 'InvalidProblem';
    this.faults = faults;
  }
}

type Range = readonly [least: number, most: number, required?: 'required'];

const numbers: Readonly<Record<string, Range>> = {
  samplers: [1, 500, 'required'],
  perTube: [1, 50, 'required'],
  start: [0, 86_400],
  swab: [1, 600],
  tube: [0, 600],
  mostWait: [60, 14_400],
  early: [0, 3_600],
};
const chances: Readonly<Record<string, Range>> = {
  runs: [1, 10_000],
  seed: [-(2 ** 31), 2 ** 31 - 1],
  late: [0, 7_200],
};
const shares: Readonly<Record<string, Range>> = { missing: [0, 1], variation: [0, 2] };
const mostPeople = 1_000_000;

/** What is wrong with a problem, each place with its remedy; none: it can be planned. Takes whatever it is given. */
export function problemFaults(problem: unknown): ProblemFault[] {
  const faults: ProblemFault[] = [];
  if (!isRecord(problem)) return [typeFault('', '对象 { … }', 'an object { … }')];
  readNumbers(faults, problem, '', numbers, true);
  const { groups } = problem;
  if (!Array.isArray(groups)) {
    faults.push(typeFault('groups', '列表 [ … ]', 'a list [ … ]'));
    return faults;
  }
  if (groups.length === 0) {
    const cause = say('没有要采样的人', 'has nobody to be sampled');
    const remedy = say('至少写一组人', 'give one group at least');
    faults.push({ code: 'list-empty', at: 'groups', cause, remedy });
  }
  const ids = new Set<string>();
  let people = 0;
  groups.forEach((group: unknown, i) => {
    const at = `groups[${i}]`;
    if (!isRecord(group)) return faults.push(typeFault(at, '对象 { … }', 'an object { … }'));
    const { id } = group;
    if (typeof id !== 'string') faults.push(typeFault(`${at}.id`, '文字', 'a text'));
    else if (id === '' || ids.has(id)) {
      const cause = id === '' ? say('是空的', 'is empty') : say(`“${id}”重复`, `repeats “${id}”`);
      const remedy = say('每组写一个不重复的编号', 'give each group an id of its own');
      faults.push({ code: id === '' ? 'id-empty' : 'id-twice', at: `${at}.id`, cause, remedy });
    } else ids.add(id);
    readNumbers(
      faults,
      group,
      `${at}.`,
      { people: [1, 100_000, 'required'], walk: [0, 7_200] },
      true,
    );
    people += Number(group.people);
  });
  if (faults.length === 0 && people > mostPeople)
    faults.push(rangeFault('groups', people, [1, mostPeople]));
  return faults;
}

export function requireProblem(problem: Problem): void {
  const faults = problemFaults(problem);
  if (faults.length > 0) throw new InvalidProblem(faults);
}

export function requireChance(chance: Chance): void {
  const faults: ProblemFault[] = [];
  readNumbers(faults, { ...chance }, '', chances, true);
  readNumbers(faults, { ...chance }, '', shares, false);
  if (faults.length > 0) throw new InvalidProblem(faults);
}

function readNumbers(
  faults: ProblemFault[],
  given: Record<string, unknown>,
  at: string,
  rules: Readonly<Record<string, Range>>,
  whole: boolean,
): void {
  for (const [name, range] of Object.entries(rules)) {
    const value = given[name];
    const [least, most, required] = range;
    if (value === undefined) {
      if (!required) continue;
      const cause = say('没有写', 'is missing');
      faults.push({ code: 'missing', at: at + name, cause, remedy: giveNumber(range) });
    } else if (typeof value !== 'number') {
      faults.push(typeFault(at + name, '数字', 'a number'));
    } else if (!(value >= least && value <= most) || (whole && !Number.isInteger(value))) {
      faults.push(rangeFault(at + name, value, range));
    }
  }
}

const say = (zh: string, en: string): Say => ({ 'zh-CN': zh, en });
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const giveNumber = ([least, most]: Range) =>
  say(`请写 ${least} 到 ${most} 的数`, `give a number from ${least} to ${most}`);

const typeFault = (at: string, zh: string, en: string): ProblemFault => ({
  code: 'wrong-type',
  at,
  cause: say(`不是${zh}`, `is not ${en}`),
  remedy: say(`请写${zh}`, `give ${en}`),
});

const rangeFault = (at: string, value: number, range: Range): ProblemFault => ({
  code: 'out-of-range',
  at,
  cause: say(`${value} 超出范围或不是整数`, `${value} is out of range, or not whole`),
  remedy: giveNumber(range),
});
