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
