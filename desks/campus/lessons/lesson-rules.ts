import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { mostOpen } from './settings.ts';

export const weekContradicts: RefusalKind = {
  code: 'lessons-contradict',
  status: 422,
  cause: () =>
    say('填写的内容自相矛盾，没有保存。', 'What was given contradicts itself; nothing was saved.'),
  remedy: () => say('请按下列各处更正。', 'Correct it as said at each place below.'),
};

export const periodInUse: RefusalKind<{ name: string; classes: number }> = {
  code: 'period-in-use',
  status: 409,
  cause: ({ name, classes }) =>
    say(
      `“${name}”还有 ${classes} 个班有课，不能删除。`,
      `${classes} classes have lessons in “${name}” still.`,
    ),
  remedy: () =>
    say('请先在这些班的课程表里挪走。', 'Move them in the lesson plans of those classes first.'),
};

export const notAMentor: RefusalKind = {
  code: 'not-a-mentor',
  status: 422,
  cause: () => say('这个账号在本班没有任课。', 'This account is no teacher of the class.'),
  remedy: () =>
    say(
      '请在“账号”里给他本班的任课教师角色，或换一位。',
      'Give it the role of a teacher of this class under “Accounts”, or choose another.',
    ),
};

export const tooManyOpen: RefusalKind = {
  code: 'too-many-questions',
  status: 409,
  cause: () =>
    say(`已有 ${mostOpen} 个问题在等答复。`, `${mostOpen} questions wait for an answer already.`),
  remedy: () =>
    say(
      '请等答复后再问；急事请给班主任打电话。',
      'Wait for the answers; ring the class teacher if it is urgent.',
    ),
};
