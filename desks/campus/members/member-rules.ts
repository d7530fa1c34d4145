import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

export const notAClass: RefusalKind = {
  code: 'not-a-class',
  status: 422,
  cause: () => say('学生只能登记在班级里。', 'A pupil belongs to a class.'),
  remedy: () => say('请选择一个班。', 'Choose a class.'),
};

export const memberOfAnother: RefusalKind = {
  code: 'member-of-another',
  status: 409,
  cause: () =>
    say('这个编号的人已在另一次应急响应里。', 'This id is of somebody in another response.'),
  remedy: () => say('请刷新页面后重新登记。', 'Load the page again and enter them anew.'),
};

export const onlyPupils: RefusalKind = {
  code: 'only-pupils',
  status: 422,
  cause: () => say('家庭页面只给学生家庭。', 'A family’s page is for pupils of this class alone.'),
  remedy: () =>
    say('教职工由学校代报。', 'For staff, and for another class, report where they belong.'),
};
