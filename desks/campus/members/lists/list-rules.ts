import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { quote } from '@liangbuwu/office/tables/excel/cells/faults.ts';

export const listLacks: RefusalKind<{ columns: readonly Say[] }> = {
  code: 'list-lacks-column',
  status: 422,
  cause: ({ columns }) =>
    say(
      `名单里没有这些列：${columns.map((one) => one['zh-CN']).join('、')}。`,
      `The list has no column for: ${columns.map(({ en }) => en).join(', ')}.`,
    ),
  remedy: () =>
    say(
      '请在表头那一行写上列名，或下载模板填写。',
      'Name the columns in the header row, or fill the template in.',
    ),
};

/** What is wrong with a cell, what it should be. */
export interface CellWords {
  cause: Say;
  remedy: Say;
}

export const noMonth = (written: string): CellWords => ({
  cause: say(`“${quote(written)}”看不出是哪年哪月。`, `“${quote(written)}” is no month of birth.`),
  remedy: say('请写成 2005-03 这样。', 'Write it like 2005-03.'),
});

export const unclearMonth = (written: string): CellWords => ({
  cause: say(
    `“${quote(written)}”可能是 1 月，也可能是 10 月。`,
    `“${quote(written)}” may be January or October.`,
  ),
  remedy: say('请写成 2005-01 或 2005-10 这样。', 'Write it like 2005-01 or 2005-10.'),
});

export const oddName: CellWords = {
  cause: say('姓名太长，或者有换行。', 'The name is too long, or has a line break.'),
  remedy: say(
    '一格只写一个人，不换行，不超过 60 个字。',
    'One person a cell, on one line, 60 characters at most.',
  ),
};

export const noPhone = (written: string): CellWords => ({
  cause: say(
    `“${quote(written)}”不是一个电话号码。`,
    `“${quote(written)}” is not one telephone number.`,
  ),
  remedy: say(
    '只写一个号码；没有就空着。',
    'Write one number only; leave it empty where there is none.',
  ),
});

export const noSuchClass = (written: string): CellWords => ({
  cause: say(`本校没有“${quote(written)}”。`, `This school has no class “${quote(written)}”.`),
  remedy: say(
    '请按模板里“班级”表的名称填写。',
    'Write it as the template’s sheet of classes does.',
  ),
});

export const pupilWithoutClass: CellWords = {
  cause: say('学生没有写班级。', 'A pupil needs a class.'),
  remedy: say(
    '请填班级；教职工请在“身份”里写明。',
    'Fill the class in; of staff say so under “Kind”.',
  ),
};

export const otherClass = (written: string, own: string): CellWords => ({
  cause: say(
    `这一行是“${quote(written)}”的，这里只登记“${own}”。`,
    `This row is of “${quote(written)}”; only “${own}” is entered here.`,
  ),
  remedy: say(
    '请删去这一行；别的班由它的班主任或学校导入。',
    'Delete the row; other classes are brought by their teachers or the school.',
  ),
});
