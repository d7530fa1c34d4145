import { say } from '@liangbuwu/office/http/say.ts';
import { column, type Table } from '@liangbuwu/office/tables/column.ts';
import type { SheetLimits } from '@liangbuwu/office/tables/excel/plain-cell.ts';

const kind = (value: 'pupil' | 'staff', zh: string, en: string) => ({ value, words: say(zh, en) });

/** The columns of a list of pupils and staff, as schools call them. */
export const listTable: Table = {
  id: 'campus.people',
  one: say('人员', 'person'),
  many: say('人员名单', 'list of people'),
  columns: [
    column('name', 'text', say('姓名', 'Name'), {
      also: ['学生姓名', '教职工姓名', '教师姓名', '名字', '学生', 'full name', 'pupil', 'student'],
    }),
    column('born', 'text', say('出生年月', 'Month of birth'), {
      also: ['出生日期', '出生', '生日', '出生年月日', 'birth', 'date of birth', 'birthday'],
    }),
    column('class', 'text', say('班级', 'Class'), {
      optional: true,
      also: ['班', '所在班级', '班级名称', '任教班级'],
    }),
    column('kind', 'choice', say('身份', 'Kind'), {
      optional: true,
      also: ['人员类别', '类别', '人员身份', 'role'],
      options: [
        kind('pupil', '学生', 'pupil'),
        kind('staff', '教职工', 'staff'),
        kind('pupil', '幼儿', 'student'),
        kind('staff', '教师', 'teacher'),
        kind('staff', '老师', 'teachers'),
        kind('staff', '职工', 'employee'),
        kind('staff', '工作人员', 'worker'),
      ],
    }),
    column('phone', 'text', say('家长电话', 'Guardian’s telephone'), {
      optional: true,
      also: [
        '监护人电话',
        '家长联系电话',
        '家长手机',
        '家长手机号',
        '监护人手机',
        '联系电话',
        '电话',
        '手机',
        '手机号',
        '手机号码',
        '电话号码',
        '本人电话',
        'phone',
        'telephone',
        'mobile',
      ],
    }),
  ],
};

/** What a list of people may be at most; a school has a few thousand. */
export const listLimits: Partial<SheetLimits> = {
  rows: 6000,
  columns: 60,
  fileBytes: 3 * 2 ** 20,
  unpackedBytes: 48 * 2 ** 20,
  formulas: false,
};
