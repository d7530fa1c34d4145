import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { mostPeople } from './session.ts';

export const tooManyPeople: RefusalKind<{ people: number }> = {
  code: 'too-many-people-in-a-session',
  status: 422,
  cause: ({ people }) =>
    say(
      `这场采样有 ${people} 人，最多 ${mostPeople} 人。`,
      `This session has ${people} people; at most ${mostPeople} may be.`,
    ),
  remedy: () => say('请分成几场。', 'Make several sessions of it.'),
};

export const sessionIsFixed: RefusalKind = {
  code: 'session-is-fixed',
  status: 409,
  cause: () =>
    say(
      '这场采样属于另一所学校或另一次响应，不能改过来。',
      'This session is of another school or response, and stays there.',
    ),
  remedy: () => say('请另建一场。', 'Plan another one.'),
};

export const sessionStarted: RefusalKind = {
  code: 'session-started',
  status: 409,
  cause: () => say('这场采样已经开始。', 'This session has begun.'),
  remedy: () =>
    say('已开始的不再修改；请另建一场。', 'What has begun stays as it was planned; plan another.'),
};

export const classesOfGroups: RefusalKind = {
  code: 'classes-of-groups',
  status: 422,
  cause: () =>
    say(
      '有一个班不是这所学校的，或写进了两组。',
      'A class is not of this school, or stands in two groups.',
    ),
  remedy: () => say('每个班只写进一组。', 'Put each class of the school into one group.'),
};
