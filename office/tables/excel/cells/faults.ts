import { type Say, say } from '../../../http/say.ts';
import type { Column } from '../../column.ts';
import type { PlainCell } from '../plain-cell.ts';

/** What is wrong with a cell, as a person reads it. */
export interface CellFault {
  code: string;
  cause: Say;
  remedy: Say;
}

const quoted = 20;

export function quote(cell: PlainCell): string {
  const letters = [...String(cell).replace(/\s+/g, ' ')];
  return letters.length <= quoted ? letters.join('') : `${letters.slice(0, quoted).join('')}…`;
}

const fault = (code: string, cause: Say, remedy: Say): CellFault => ({ code, cause, remedy });

export const emptyCell = ({ label }: Column) =>
  fault(
    'empty-cell',
    say(`“${label['zh-CN']}”没有填。`, `${label.en} is empty.`),
    say('请填上；这一项不能空着。', 'Fill it in; it may not be left empty.'),
  );

export const cellError = (cell: PlainCell) =>
  fault(
    'cell-error',
    say(`这一格的公式出错：${quote(cell)}。`, `The formula in this cell failed: ${quote(cell)}.`),
    say('请改正公式，或直接填写结果。', 'Correct the formula, or write the result itself.'),
  );

export const notANumber = (cell: PlainCell) =>
  fault(
    'not-a-number',
    say(`“${quote(cell)}”不是数。`, `“${quote(cell)}” is no number.`),
    say(
      '请只填一个数，如 1200；不要写“约”“多”和范围。',
      'Write one number only, such as 1200: no “about”, no range.',
    ),
  );

export const notWhole = (cell: PlainCell) =>
  fault(
    'not-whole',
    say(`“${quote(cell)}”不是整数。`, `“${quote(cell)}” is no whole number.`),
    say('请填整数。', 'Write a whole number.'),
  );

export const otherUnit = (unit: string, own: Say | undefined) =>
  fault(
    'other-unit',
    say(
      `单位“${quote(unit)}”在这一列不能用。`,
      `The unit “${quote(unit)}” does not fit this column.`,
    ),
    own
      ? say(
          `请换算成${own['zh-CN']}，只填数。`,
          `Convert it to ${own.en} and write the number only.`,
        )
      : say('请只填数，不带单位。', 'Write the number only, without a unit.'),
  );

export const digitsLost = (cell: PlainCell) =>
  fault(
    'digits-lost',
    say(
      `“${quote(cell)}”超过 15 位，表格软件已把后面的数字变成 0。`,
      `“${quote(cell)}” has more than 15 digits; the spreadsheet has turned the last ones into 0.`,
    ),
    say(
      '请先把这一列设为“文本”格式，再重新输入完整的号码。',
      'Give the column the format Text first, then type the whole number again.',
    ),
  );

export const notADay = (cell: PlainCell) =>
  fault(
    'not-a-day',
    say(`“${quote(cell)}”不是日期。`, `“${quote(cell)}” is no date.`),
    say('请写全年、月、日，如 2022-11-10。', 'Write year, month and day, such as 2022-11-10.'),
  );

export const twoDigitYear = (cell: PlainCell) =>
  fault(
    'two-digit-year',
    say(
      `“${quote(cell)}”的年份只有两位，分不清哪个是年。`,
      `The year in “${quote(cell)}” has two digits; which number is the year is not clear.`,
    ),
    say('请写四位年份，如 2022-11-10。', 'Write the year in four digits, such as 2022-11-10.'),
  );

export const noSuchDay = (cell: PlainCell) =>
  fault(
    'no-such-day',
    say(`没有“${quote(cell)}”这一天。`, `There is no such day as “${quote(cell)}”.`),
    say(
      '请核对年、月、日；年份在 1900 到 2199 之间。',
      'Check year, month and day; years go from 1900 to 2199.',
    ),
  );

export const notATime = (cell: PlainCell) =>
  fault(
    'not-a-time',
    say(`“${quote(cell)}”不是一天里的时刻。`, `“${quote(cell)}” is no time of day.`),
    say('请写成 07:30 的样子，最晚 24:00。', 'Write it like 07:30, 24:00 at the latest.'),
  );

export const notHours = (cell: PlainCell) =>
  fault(
    'not-hours',
    say(`“${quote(cell)}”不是时段。`, `“${quote(cell)}” does not say hours.`),
    say(
      '请写成 07:00-11:30、13:30-17:00 的样子，或“全天”；跨夜的分成两段：00:00-06:00、22:00-24:00。',
      'Write it like 07:00-11:30, 13:30-17:00, or “all day”; over midnight as two: 00:00-06:00, 22:00-24:00.',
    ),
  );

export const notAFlag = (cell: PlainCell) =>
  fault(
    'not-a-flag',
    say(`“${quote(cell)}”看不出是“是”还是“否”。`, `“${quote(cell)}” is neither yes nor no.`),
    say('请填“是”或“否”。', 'Write yes or no.'),
  );

export const notAChoice = (cell: PlainCell, { options = [] }: Column) =>
  fault(
    'not-a-choice',
    say(`“${quote(cell)}”不在可选的范围内。`, `“${quote(cell)}” is not among the choices.`),
    say(
      `请从中选一个：${options.map(({ words }) => words['zh-CN']).join('、')}。`,
      `Choose one of: ${options.map(({ words }) => words.en).join(', ')}.`,
    ),
  );

export const noRowId = (cell: PlainCell) =>
  fault(
    'no-row-id',
    say(`“${quote(cell)}”不是本系统的编号。`, `“${quote(cell)}” is no id of this system.`),
    say(
      '请照导出的表保留编号；新增的行把编号空着。',
      'Keep the ids as they were written here; leave a new row without one.',
    ),
  );
