import type { Level } from '@liangbuwu/ui/theme/tokens.ts';
import type { Visit } from '../../doors/visit.ts';

export const levels: Record<Visit['kind'], Level> = {
  'door-done': 'ok',
  'door-away': 'warn',
  'door-worried': 'bad',
};
