import type { Door, Listed } from './doors.ts';

const point = { id: 'p1', name: '白壁村3组' };

export const listed = (part: Partial<Listed> = {}): Listed => ({
  household: 'h1',
  label: '3组16户',
  order: '3组 016',
  area: 'village',
  point,
  people: 2,
  aloneElderly: false,
  cannotCome: true,
  gone: null,
  key: part.household ?? 'h1',
  away: { days: 0, visit: null },
  request: null,
  ...part,
});

export const door = (part: Partial<Door> = {}): Door => ({
  household: 'h1',
  label: '3组16户',
  order: '016',
  point,
  people: 2,
  aloneElderly: false,
  litres: 15,
  cannotCome: true,
  request: null,
  ...part,
});
