import type { stream } from 'exceljs';
import { type Say, say } from '../../http/say.ts';
import type { Column, Table } from '../column.ts';
import type { Language } from './cells/words.ts';
import { rowIdHeader } from './match-headers.ts';
import { columnName } from './plain-cell.ts';
import { listOf } from './written-cell.ts';

export const notesName = say('说明', 'Notes');

const headers = [
  say('列名', 'Column'),
  say('必填', 'Needed'),
  say('怎么填', 'How to fill it in'),
  say('含义', 'Meaning'),
];
const columnWidths = [24, 10, 56, 56];
/** The lists to choose from stand to the right of it, one a column, after an empty one. */
const firstList = columnWidths.length + 1;

const aboutId = say(
  '每一行在系统里的编号，用来认出原来的行：请不要改；新增的行空着。',
  "The row's id in the system, by which it is known again: leave it as it is, and empty for a new row.",
);
const neededWords = { true: say('是', 'yes'), false: say('可空', 'may be empty') };
const bySystem = say('由系统填写；导入时不读。', 'Filled in by the system; not read on import.');

const howTo: Record<Column['kind'], Say> = {
  text: say('文字', 'Text'),
  whole: say('整数，只填数', 'A whole number, without words'),
  decimal: say('数，可带小数', 'A number; may have decimals'),
  day: say('日期，如 2022-11-10', 'A date, such as 2022-11-10'),
  time: say('时刻，如 07:30；最晚 24:00', 'A time of day, such as 07:30; 24:00 at the latest'),
  hours: say(
    '时段，如 07:00-11:30、13:30-17:00；或：全天、不开放',
    'Hours, such as 07:00-11:30, 13:30-17:00; or: all day, closed',
  ),
  instant: say('时间', 'A time'),
  flag: say('是 或 否', 'yes or no'),
  choice: say('从中选一个：', 'One of: '),
  area: say('辖区的名称', 'The name of an area'),
  place: say('地点的名称', 'The name of a place'),
  row: say('另一张表里的名称', 'The name of a row in another table'),
};

/** Where a column's list is, as a formula names it: `'说明'!$F$2:$F$4`. */
export function listRange(table: Table, field: string, language: Language): string | undefined {
  const lists = listsOf(table, language);
  const index = lists.findIndex(({ column }) => column.field === field);
  const list = lists[index];
  if (!list) return undefined;
  const letters = columnName(firstList + index);
  return `'${notesName[language]}'!$${letters}$2:$${letters}$${list.words.length + 1}`;
}

const listsOf = (table: Table, language: Language) =>
  table.columns
    .map((column) => ({ column, words: listOf(column, language) }))
    .filter(({ words }) => words.length > 0);

/** The second sheet: what each column means and allows. */
export function writeNotes(
  workbook: stream.xlsx.WorkbookWriter,
  table: Table,
  language: Language,
): void {
  const sheet = workbook.addWorksheet(notesName[language], {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  const lists = listsOf(table, language);
  sheet.columns = [
    ...columnWidths.map((width) => ({ width, style: { alignment: { wrapText: true } } })),
    { width: 4 },
    ...lists.map(() => ({ width: 16 })),
  ];
  const lines = [
    [rowIdHeader, neededWords.false, aboutId, say('', '')].map((words) => words[language]),
    ...table.columns.map((column) => describe(column, language)),
  ];
  const count = Math.max(lines.length, ...lists.map(({ words }) => words.length));
  const header = sheet.addRow([
    ...headers.map((words) => words[language]),
    undefined,
    ...lists.map(({ column }) => column.label[language]),
  ]);
  header.font = { bold: true };
  header.commit();
  for (let i = 0; i < count; i++) {
    const line = lines[i] ?? headers.map(() => undefined);
    sheet.addRow([...line, undefined, ...lists.map(({ words }) => words[i])]).commit();
  }
  sheet.commit();
}

function describe(column: Column, language: Language): string[] {
  const { kind, label, unit, hint, optional, shown } = column;
  const needed = neededWords[`${!optional && !shown}`][language];
  const measure = unit ? say(`，单位：${unit['zh-CN']}`, `, in ${unit.en}`)[language] : '';
  const choices = kind === 'choice' ? listOf(column, language).join(say('、', ', ')[language]) : '';
  const how = shown ? bySystem[language] : `${howTo[kind][language]}${choices}${measure}`;
  return [label[language], needed, how, hint?.[language] ?? ''];
}
