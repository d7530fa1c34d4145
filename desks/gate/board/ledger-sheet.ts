import { type Say, say } from '@liangbuwu/office/http/say.ts';
import type { FormCell, FormSheet } from '@liangbuwu/office/tables/excel/write-form.ts';
import type { Check } from '../checks/check.ts';
import { elsewhereWords } from '../checks/elsewhere-words.ts';
import { flagWords, type Gate, refusalWords } from '../gate.ts';
import { codeWords } from './code-words.ts';

type Language = keyof Say;

export const ledgerWords = {
  title: say('卡口台账', 'Gate ledger'),
  at: say('时间', 'Time'),
  direction: say('方向', 'Direction'),
  in: say('进', 'in'),
  out: say('出', 'out'),
  pass: say('通行证', 'Pass'),
  none: say('没有通行证', 'none'),
  found: say('核验结果', 'Found'),
  through: say('放行', 'Let through'),
  yes: say('是', 'yes'),
  no: say('否', 'no'),
  reason: say('未放行原因', 'Why not'),
  measured: say('测温', 'Temperature taken'),
  mask: say('口罩', 'Mask'),
  disinfected: say('车辆消毒', 'Disinfected'),
  seals: say('铅封号', 'Seals'),
  flags: say('需核对', 'To look into'),
  by: say('值守', 'By'),
  recorded: say('收到时间', 'Received'),
} as const;

const columns = [
  'at',
  'direction',
  'pass',
  'found',
  'through',
  'reason',
  'measured',
  'mask',
  'disinfected',
  'seals',
  'flags',
  'by',
  'recorded',
] as const;

const words = (of: keyof typeof ledgerWords, language: Language) => ledgerWords[of][language];

/** A gate's checks as a sheet: what was done and found, nobody's name and nobody's temperature. */
export function ledgerSheet(
  {
    gate,
    from,
    to,
    checks,
    timeThere,
  }: {
    gate: Gate;
    from: string;
    to: string;
    checks: readonly Check[];
    timeThere(at: string): string;
  },
  language: Language,
): FormSheet {
  const yes = (value: boolean | null) =>
    value === null ? '' : words(value ? 'yes' : 'no', language);
  const row = (check: Check): FormCell[] =>
    [
      timeThere(check.at),
      words(check.direction, language),
      check.pass?.number ?? words('none', language),
      codeWords(check.phone.code)[language],
      yes(check.letThrough),
      check.reason ? refusalWords[check.reason][language] : '',
      yes(check.measured),
      yes(check.mask),
      yes(check.vehicle?.disinfected ?? null),
      check.vehicle?.seals.join('、') ?? '',
      [
        ...check.flags.map((flag) => flagWords[flag][language]),
        ...check.elsewhere.map((met) => elsewhereWords(met, timeThere(met.at))[language]),
      ].join('；'),
      check.by.name,
      timeThere(check.recorded),
    ].map((value) => ({ value }));
  return {
    name: gate.name,
    landscape: true,
    widths: [17, 6, 12, 18, 7, 18, 8, 6, 9, 16, 26, 16, 17],
    rows: [
      [{ value: `${gate.name} · ${words('title', language)}`, bold: true }],
      [{ value: from === to ? from : `${from} — ${to}` }],
      columns.map((of) => ({ value: words(of, language), bold: true, shade: 'heading' })),
      ...checks.map(row),
    ],
  };
}
