import { say } from '@liangbuwu/office/http/say.ts';
import { type FormSheet, formFile } from '@liangbuwu/office/tables/excel/write-form.ts';
import { listTable } from './list-table.ts';
import type { ListOf } from './read-list.ts';

const words = {
  file: say('人员名单模板', 'List of people, template'),
  people: say('名单', 'People'),
  classes: say('班级', 'Classes'),
  hint: say(
    '每行一人。出生年月写成 2005-03。身份：学生、教职工；不写是学生。教职工不写班级就是学校的，电话写本人的。电话可以不填。',
    'One person a row. Month of birth like 2005-03. Kind: pupil or staff, a pupil where nothing is said. Staff without a class are the school’s; their telephone is their own. It may be left out.',
  ),
};

/** An empty list with its headers, and for a school the names of its classes. */
export function listTemplate(of: ListOf, language: 'zh-CN' | 'en', at: Date) {
  const columns = listTable.columns.filter(({ field }) => field !== 'class' || 'school' in of);
  const people: FormSheet = {
    name: words.people[language],
    widths: columns.map(({ field }) => (field === 'phone' || field === 'name' ? 22 : 16)),
    rows: [columns.map(({ label }) => ({ value: label[language], bold: true, shade: 'heading' }))],
  };
  const notes: FormSheet = {
    name: words.classes[language],
    widths: [60],
    rows: [
      [{ value: words.hint[language], hint: true }],
      ...('school' in of ? of.classes : [of.class]).map(({ name }) => [{ value: name }]),
    ],
  };
  return formFile(words.file[language], { sheets: [people, notes], at });
}
