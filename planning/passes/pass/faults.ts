import { type Say, say } from '../say.ts';
import { isLastFour, isMaskedName, isPlate } from './mask.ts';
import { LISTS, LONGEST, type Pass, PLACES } from './pass.ts';

/** Every way in which a pass can be none. */
export type PassFaultCode =
  | 'not-an-object'
  | 'unknown-kind'
  | 'out-of-range'
  | 'bad-issuer'
  | 'bad-areas'
  | 'unmasked'
  | 'bad-plate'
  | 'bad-order'
  | 'lifetime';

export interface PassFault {
  code: PassFaultCode;
  /** Which field: `id.index`. Empty for the pass itself. */
  at: string;
  cause: Say;
  remedy: Say;
}

/** Thrown where a pass is asked for that must not be signed. */
export class InvalidPass extends Error {
  readonly faults: readonly PassFault[];

  constructor(faults: readonly PassFault[]) {
    super(faults.map(({ at, cause }) => `${at} ${cause.en}`.trim()).join('; '));
    this.name = 'InvalidPass';
    this.faults = faults;
  }
}

/**
 * What is wrong with a pass. It may come from anywhere; nothing about its form is taken for granted.
 *
 * @returns every fault with code, field, cause and remedy; none for a pass that may be signed.
 */
export function passFaults(pass: unknown): PassFault[] {
  const faults: PassFault[] = [];
  const add = (code: PassFaultCode, at: string, cause: Say, remedy: Say) =>
    faults.push({ code, at, cause, remedy });
  if (typeof pass !== 'object' || pass === null) {
    add(
      'not-an-object',
      '',
      say('不是通行证', 'is no pass'),
      say('给出通行证的内容', 'give a pass'),
    );
    return faults;
  }
  const given = pass as Partial<Record<keyof Pass | 'name' | 'lastFour' | 'plate', unknown>>;
  const whole = (at: string, value: unknown, least: number, most: number) => {
    if (Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most) return;
    const remedy = say(
      `写 ${least} 到 ${most} 的整数`,
      `give a whole number from ${least} to ${most}`,
    );
    add('out-of-range', at, say('超出范围', 'is out of range'), remedy);
  };
  const { list, index } = (given.id ?? {}) as Record<string, unknown>;
  whole('id.list', list, 0, LISTS - 1);
  whole('id.index', index, 0, PLACES - 1);
  if (typeof given.issuer !== 'string' || !/^[A-Z0-9-]{1,6}$/.test(given.issuer)) {
    const remedy = say('写 1 到 6 位大写字母、数字或连字符', 'give 1 to 6 of A-Z, 0-9 and -');
    add('bad-issuer', 'issuer', say('签发方编号不对', 'is no issuer'), remedy);
  }
  if (!areAreas(given.areas)) {
    const remedy = say(
      '写一到三个不同的编号，1 到 255',
      'give one to three different numbers, 1 to 255',
    );
    add('bad-areas', 'areas', say('区域编号不对', 'are no areas'), remedy);
  }
  if (given.purpose !== undefined) whole('purpose', given.purpose, 0, 23);
  addHolder(given, add);
  addTimes(given, whole, add);
  return faults;
}

type Add = (code: PassFaultCode, at: string, cause: Say, remedy: Say) => void;

function areAreas(areas: unknown): boolean {
  if (!Array.isArray(areas) || areas.length < 1 || areas.length > 3) return false;
  const legal = areas.every((area) => Number.isInteger(area) && area >= 1 && area <= 255);
  return legal && new Set(areas).size === areas.length;
}

function addHolder(pass: Record<string, unknown>, add: Add): void {
  if (pass.kind === 'person') {
    if (typeof pass.name !== 'string' || !isMaskedName(pass.name)) {
      const remedy = say(
        '只写姓名第一个字和一个 *，如 张*',
        'give the first character and one *, as in 张*',
      );
      add('unmasked', 'name', say('姓名没有遮盖', 'is no masked name'), remedy);
    }
    const { lastFour } = pass;
    if (lastFour !== undefined && (typeof lastFour !== 'string' || !isLastFour(lastFour))) {
      const remedy = say('只写证件号的末四位', "give the last four of the document's number alone");
      add(
        'unmasked',
        'lastFour',
        say('不是证件末四位', 'is not the last four of a document'),
        remedy,
      );
    }
  } else if (pass.kind === 'vehicle' || pass.kind === 'delivery') {
    if (typeof pass.plate !== 'string' || !isPlate(pass.plate)) {
      const remedy = say(
        '写车牌，不带点和空格，如 湘B12345',
        'give the plate without dot or space, as in 湘B12345',
      );
      add('bad-plate', 'plate', say('不是车牌', 'is no number plate'), remedy);
    }
  } else {
    const remedy = say('写 person、vehicle 或 delivery', 'give person, vehicle or delivery');
    add('unknown-kind', 'kind', say('不是认识的种类', 'is no kind that is known'), remedy);
  }
}

type Whole = (at: string, value: unknown, least: number, most: number) => void;

function addTimes(pass: Record<string, unknown>, whole: Whole, add: Add): void {
  const { issuedAt, from = issuedAt, until } = pass;
  const most = 2 ** 32 - 1;
  const times = Object.entries({ issuedAt, from, until });
  for (const [at, time] of times) whole(at, time, 0, most);
  if (times.some(([, time]) => typeof time !== 'number')) return;
  if (Number(from) < Number(issuedAt) || Number(until) <= Number(from)) {
    const remedy = say('先签发，再生效，再到期', 'it is signed, then counts, then ends');
    add('bad-order', 'until', say('时间先后不对', 'comes too early'), remedy);
  }
  if (Number(until) - Number(issuedAt) > LONGEST) {
    const remedy = say('最长 31 天；到期再签发', '31 days at most; issue another when it ends');
    add('lifetime', 'until', say('有效期太长', 'is too late'), remedy);
  }
}
