import {
  type Kind,
  type OpenBundle,
  type Pass,
  type PassId,
  PREFIX,
  type Say,
  type Verdict,
  verify,
} from '@liangbuwu/passes/index.ts';
import type { Shown } from '../../checks/check.ts';

/** What the phone found of what was held up to it. */
export type Judged = {
  /** When, ms, by the clock of the response. */
  at: number;
  shown: Shown;
  verdict: Verdict;
  code: string;
  cause: Say;
  remedy: Say;
  /** The pass, as far as it said itself what it is. */
  pass: Pass | undefined;
  number: string | null;
  until: number | undefined;
};

export type Given = { text: string } | { code: string; lastFour: string };

type Gate = { bundle: OpenBundle | undefined; area: number; at: number };

const nothingFetched = {
  verdict: 'red',
  code: 'no-bundle',
  cause: {
    'zh-CN': '这部手机还没有卡口数据，什么也不能核验',
    en: 'this phone has no data of the gate yet: nothing can be verified',
  },
  remedy: {
    'zh-CN': '连网打开本页；急事打电话向签发单位核实',
    en: 'open this page with signal; when it is urgent, ask the issuer by telephone',
  },
} as const;

/** Verifies without a network. The clock is of the response, ms. */
export async function judge(given: Given, { bundle, area, at }: Gate): Promise<Judged> {
  const text = 'text' in given ? given.text : given.code;
  const shown = shownOf(given);
  if (!bundle) return { at, shown, ...nothingFetched, ...nobody };
  const lastFour = 'lastFour' in given ? given.lastFour : undefined;
  const found = await verify(text, {
    bundle,
    at: Math.floor(at / 1000),
    area,
    ...(lastFour === undefined ? {} : { lastFour }),
  });
  const { verdict, code, cause, remedy, pass, typed } = found;
  const id = pass?.id ?? typed?.id;
  const until = pass?.until ?? typed?.until;
  return { at, shown, verdict, code, cause, remedy, pass, number: id ? numberOf(id) : null, until };
}

/** Somebody came with nothing to show; where no rule is in force nothing has to be shown. */
export const withoutPass = (at: number, isAsked = true): Judged =>
  isAsked ? noPass(at) : { ...noPass(at), ...nothingAsked };

const nothingAsked = {
  verdict: 'green',
  code: 'nothing-asked',
  cause: { 'zh-CN': '现在没有规定要查通行证', en: 'no rule in force asks for a pass' },
  remedy: { 'zh-CN': '放行', en: 'let through' },
} as const;

const noPass = (at: number): Judged => ({
  at,
  shown: { how: 'nothing' },
  verdict: 'red',
  code: 'no-pass',
  cause: { 'zh-CN': '没有通行证', en: 'there is no pass' },
  remedy: {
    'zh-CN': '不放行；告诉对方怎样申请',
    en: 'do not let through; say how to apply for one',
  },
  ...nobody,
});

const nobody = { pass: undefined, number: null, until: undefined };

/** What a phone lacks, and no fault of the pass or of who shows it. */
const ofThePhone = new Set([
  'no-bundle',
  'bundle-expired',
  'clock-behind',
  'unknown-key',
  'unknown-list',
  'unknown-status',
  'other-version',
  'code-while-stale',
  'code-without-secret',
]);

export const isOfThePhone = ({ code }: Pick<Judged, 'code'>): boolean => ofThePhone.has(code);

/** Another program's code may hold anything about somebody, so it is not passed on. */
function shownOf(given: Given): Shown {
  if (!('text' in given)) return { how: 'code', code: given.code, lastFour: given.lastFour };
  // oxlint-disable-next-line no-control-regex -- a scanner may end a text with one
  const text = given.text.replace(/[\u0000-\u001f\u007f]/g, '');
  return text.startsWith(PREFIX) && text.length <= 8192
    ? { how: 'scan', text }
    : { how: 'nothing' };
}

/** As the server writes a pass's place: 0-40712. */
export const numberOf = ({ list, index }: PassId): string => `${list}-${index}`;

/** Whose face, or which vehicle, it has to be: 张* 123X. */
export function whoOf(pass: Pass | undefined): string | undefined {
  if (!pass) return undefined;
  if (pass.kind !== 'person') return pass.plate;
  return [pass.name, pass.lastFour].filter(Boolean).join(' ');
}

export const kindOf = ({ pass }: Judged): Kind | null => pass?.kind ?? null;
