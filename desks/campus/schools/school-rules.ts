import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';

export const gradeOutsideStage: RefusalKind<{ words: Say; first: number; last: number }> = {
  code: 'grade-outside-stage',
  status: 422,
  cause: ({ words }) =>
    say(`${words['zh-CN']}没有这个年级。`, `There is no such grade: ${words.en}.`),
  remedy: ({ first, last }) =>
    say(`请填 ${first} 到 ${last}。`, `Give one from ${first} to ${last}.`),
};

export const classInUse: RefusalKind<{ name: string }> = {
  code: 'class-in-use',
  status: 409,
  cause: ({ name }) =>
    say(`“${name}”已有账号或登记，不能删除。`, `${name} has accounts or records already.`),
  remedy: () =>
    say(
      '请先移走账号和登记；只是改名的，请改名。',
      'Move those first; to rename it, change its name.',
    ),
};

export const classElsewhere: RefusalKind = {
  code: 'class-elsewhere',
  status: 409,
  cause: () => say('这个班不在这所学校里。', 'This class is not one of this school.'),
  remedy: () =>
    say('请刷新页面，从它的学校里改。', 'Load the page again and change it in its school.'),
};

export const areaIsNoSchool: RefusalKind = {
  code: 'area-is-no-school',
  status: 409,
  cause: () => say('这个辖区不是学校或班级。', 'This area is neither a school nor a class.'),
  remedy: () => say('请另设一个。', 'Set up another one.'),
};
