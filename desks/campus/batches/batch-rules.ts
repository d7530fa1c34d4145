import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';

export const noApprovedPlan: RefusalKind = {
  code: 'no-approved-plan',
  status: 409,
  cause: () =>
    say('学校现在没有已批准的复学方案。', 'The school has no approved reopening plan at present.'),
  remedy: () =>
    say(
      '方案批准以后再排批次、发公告。',
      'Batches are made and announced once the plan is approved.',
    ),
};

export const batchDoesNotFit: RefusalKind<{ words: Say }> = {
  code: 'batch-does-not-fit',
  status: 409,
  cause: ({ words }) =>
    say(
      `这一批还不能公告：${words['zh-CN']}。`,
      `This batch cannot be announced yet: ${words.en}.`,
    ),
  remedy: () =>
    say(
      '请错开时间、分到别的门，或改到别的批次。',
      'Stagger it, use another gate, or move classes to another batch.',
    ),
};

export const classElsewhereInBatch: RefusalKind = {
  code: 'batch-class-elsewhere',
  status: 422,
  cause: () => say('有的班级不在这所学校。', 'A class of it is not one of this school.'),
  remedy: () => say('请刷新后重新选择班级。', 'Reload and choose the classes again.'),
};

export const noSuchSchool: RefusalKind = {
  code: 'no-such-school-code',
  status: 404,
  cause: () => say('没有这个编号的学校。', 'There is no school with this code.'),
  remedy: () =>
    say(
      '请重新扫学校海报上的二维码，或核对海报上的编号。',
      'Scan the code on the school’s poster again, or check the signs that stand there.',
    ),
};

export const noSuchAnnouncement: RefusalKind = {
  code: 'no-such-announcement',
  status: 404,
  cause: () => say('这所学校没有这条公告。', 'The school has no such announcement.'),
  remedy: () => say('请返回公告，从那里再点。', 'Go back to the announcements and choose there.'),
};
