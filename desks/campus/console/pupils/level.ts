import type { Level } from '@liangbuwu/ui/theme/tokens.ts';
import type { AnswerState } from '../../answers/answer.ts';

export const levels: Record<AnswerState, Level> = {
  'may-return': 'ok',
  missing: 'warn',
  'not-now': 'bad',
  'not-reported': 'unknown',
  consent: 'unknown',
  free: 'ok',
};
