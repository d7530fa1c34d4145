import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

export const notYourDoor: RefusalKind = {
  code: 'not-your-door',
  status: 403,
  cause: () => say('这一户没有排给您。', 'This door is on no walk of yours.'),
  remedy: () =>
    say('请让安排的人把这一户排给您。', 'Ask whoever plans the walks to give it to you.'),
};

export const notAVolunteer: RefusalKind = {
  code: 'not-a-volunteer',
  status: 409,
  cause: () =>
    say(
      '选的人里有人不能在这个村送水到家。',
      'Somebody chosen may not carry water in this village.',
    ),
  remedy: () =>
    say('请重新选人，或请管理员授权。', 'Choose again, or ask an administrator to grant it.'),
};

export const plannedMeanwhile: RefusalKind<{ version: number; by: string }> = {
  code: 'planned-meanwhile',
  status: 409,
  cause: ({ version, by }) =>
    say(`${by}刚刚排了第 ${version} 版。`, `${by} has just planned version ${version}.`),
  remedy: () =>
    say(
      '请先看这一版，再决定是否重排。',
      'Look at that version first, then decide whether to plan again.',
    ),
};

export const walksOfToday: RefusalKind<{ day: string; today: string }> = {
  code: 'walks-of-today-only',
  status: 409,
  cause: ({ day, today }) =>
    day < today
      ? say(
          `${day} 已经过去，今天是 ${today}；那天的走访不再改动。`,
          `${day} is over, today is ${today}; the walks of that day stay as they were.`,
        )
      : say(
          `${day} 还没到，今天是 ${today}；走访只排当天的。`,
          `${day} has not come, today is ${today}; walks are planned for the day itself.`,
        ),
  remedy: () => say('请打开今天的页面再排。', 'Open the page of today and plan there.'),
};

export const nobodyWorried: RefusalKind = {
  code: 'nobody-worried',
  status: 409,
  cause: () =>
    say(
      '这次上门送到了，没有什么要去看的。',
      'That visit was done: there is nothing to look after.',
    ),
  remedy: () =>
    say(
      '请从“不放心”或“要先核对”列表进入。',
      'Open it from the list of worries, or from those to check first.',
    ),
};
