import type { RefusalKind } from '../../http/refusal.ts';
import { say } from '../../http/say.ts';

/** No laden vehicle drives faster between two places than this, in km/h. */
export const fastest = 120;

export const tooFast: RefusalKind<{ kilometresPerHour: number }> = {
  code: 'too-fast',
  status: 422,
  cause: ({ kilometresPerHour }) =>
    say(
      `按所填数字，平均时速为 ${kilometresPerHour} 公里，不可能。`,
      `These figures mean ${kilometresPerHour} km/h on average, which cannot be.`,
    ),
  remedy: () =>
    say(
      `请核对：时间为秒，路程为米，平均时速不超过 ${fastest} 公里。`,
      `Check: time in seconds, way in metres, at most ${fastest} km/h on average.`,
    ),
};

export const samePlace: RefusalKind = {
  code: 'same-place',
  status: 422,
  cause: () => say('起点和终点是同一个地点。', 'It begins and ends at the same place.'),
  remedy: () => say('请选择两个地点。', 'Choose two places.'),
};

export const travelElsewhere: RefusalKind = {
  code: 'travel-elsewhere',
  status: 403,
  cause: () => say('两个地点都不在您的辖区内。', 'Neither of the two places lies in your areas.'),
  remedy: () =>
    say('请由其中一地的干部修改。', 'Let somebody change it who works where one of them lies.'),
};

export function kilometresPerHour(way: { seconds: number; metres: number }): number {
  if (way.metres === 0) return 0;
  return way.seconds === 0 ? Number.POSITIVE_INFINITY : (way.metres * 3.6) / way.seconds;
}
