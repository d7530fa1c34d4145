import { type Say, say } from '@liangbuwu/office/http/say.ts';
import type { BarredWhy } from '../rules.ts';

export const barredWords: Record<Exclude<BarredWhy, 'out'>, Say> = {
  'not-disinfected': say('没有消毒', 'it is not disinfected'),
  'clearance-ended': say('饮用水许可到期', 'its clearance has ended'),
  'lent-back': say('借期已满', 'its loan is over'),
};
