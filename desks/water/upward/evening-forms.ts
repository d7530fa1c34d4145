import { type Say, say } from '@liangbuwu/office/http/say.ts';
import type { FormCell, FormSheet } from '@liangbuwu/office/tables/excel/write-form.ts';
import type { Evening, EveningDesk } from './evening.ts';
import { type IndicatorLine, indicatorLines } from './indicators.ts';
import { blankLines, type EveningLine, eveningLines, figureOf } from './lines.ts';

type Language = keyof Say;

const words = {
  title: say('抗旱送水晚报', 'Drought: evening report on water'),
  day: say('日期', 'Day'),
  plan: say('生效计划第几版', 'Version in force'),
  floors: say('供水标准', 'Floors'),
  line: say('项目', 'Line'),
  figure: say('数值', 'Figure'),
  unit: say('单位', 'Unit'),
  means: say('口径', 'What it counts'),
  from: say('取自', 'From'),
  total: say('合计', 'Total'),
  blank: say('手工填写：系统里没有', 'To be written in: the system does not know it'),
  indicators: say('对照国际标准', 'Against international standards'),
  unknown: say('不知道', 'not known'),
  standard: say('标准', 'Standard'),
  signed: say(
    '填报人            审核人            ',
    'Reported by            Checked by            ',
  ),
  roll: say('汇总', 'Roll-up'),
};

const formats: Record<EveningLine['shows'], string> = {
  number: '#,##0',
  'cubic-metres': '#,##0.0##',
  share: '0%',
  kilometres: '#,##0.0',
};

/** The sheet of one desk, or a roll-up over several with a sheet of each behind it. */
export function eveningForms(evening: Evening, language: Language): FormSheet[] {
  const sheets = evening.desks.map((desk) => deskForm(desk, evening.day, language));
  return evening.desks.length > 1 ? [rollUp(evening, language), ...sheets] : sheets;
}

const bold = (value: FormCell['value']): FormCell => ({ value, bold: true });
const heading = (value: FormCell['value']): FormCell => ({ value, bold: true, shade: 'heading' });
const plain = (value: FormCell['value']): FormCell => ({ value });
const hint = (value: FormCell['value']): FormCell => ({ value, hint: true });
const blank: FormCell = { value: null, shade: 'blank' };

function deskForm(desk: EveningDesk, day: string, language: Language): FormSheet {
  const { label, litresPerPerson, source } = desk.basic;
  return {
    name: desk.name,
    widths: [34, 14, 9, 46, 34],
    rows: [
      [bold(`${desk.name} · ${words.title[language]}`)],
      [plain(`${words.day[language]} ${day}`)],
      [
        hint(`${words.plan[language]} ${desk.plan ?? '—'}`),
        plain(null),
        plain(null),
        hint(
          `${words.floors[language]} ${desk.floors}: ${label[language]} ${litresPerPerson} L (${source})`,
        ),
      ],
      (['line', 'figure', 'unit', 'means', 'from'] as const).map((of) =>
        heading(words[of][language]),
      ),
      ...eveningLines.map((line) => [
        plain(line.label[language]),
        { value: figureOf(line, desk.figures), format: formats[line.shows] },
        plain(line.unit[language]),
        hint(line.means[language]),
        hint(line.from[language]),
      ]),
      [heading(words.blank[language])],
      ...blankLines.map((line) => [plain(line.label[language]), blank, plain(line.unit[language])]),
      [heading(words.indicators[language])],
      ...indicatorLines.map((line) => indicatorRow(line, desk, language)),
      [plain(null)],
      [plain(words.signed[language])],
    ],
  };
}

function indicatorRow(line: IndicatorLine, desk: EveningDesk, language: Language): FormCell[] {
  const value = desk.indicators.find(({ id }) => id === line.id)?.value ?? null;
  return [
    plain(line.label[language]),
    value === null
      ? hint(words.unknown[language])
      : { value, format: line.shows === 'share' ? '0%' : '#,##0.0' },
    plain(null),
    hint(line.means[language]),
    hint(line.targets.map(({ by, text }) => `${by}: ${text[language]}`).join('\n')),
  ];
}

function rollUp(evening: Evening, language: Language): FormSheet {
  const { desks, total } = evening;
  return {
    name: words.roll[language],
    widths: [34, 9, 14, ...desks.map(() => 14)],
    landscape: true,
    rows: [
      [bold(`${words.title[language]} · ${words.roll[language]}`)],
      [plain(`${words.day[language]} ${evening.day}`)],
      [
        heading(words.line[language]),
        heading(words.unit[language]),
        heading(words.total[language]),
        ...desks.map(({ name }) => heading(name)),
      ],
      ...eveningLines.map((line) => [
        plain(line.label[language]),
        plain(line.unit[language]),
        ...[total, ...desks.map(({ figures }) => figures)].map((figures) => ({
          value: figureOf(line, figures),
          format: formats[line.shows],
        })),
      ]),
      [heading(words.blank[language])],
      ...blankLines.map((line) => [
        plain(line.label[language]),
        plain(line.unit[language]),
        blank,
        ...desks.map(() => blank),
      ]),
      [plain(null)],
      [plain(words.signed[language])],
    ],
  };
}
