import { say } from '../../office/http/say.ts';
import type { CellValue, Table } from '../../office/tables/column.ts';

/** Ten columns, as a county's households have them. */
export const households: Table = {
  id: 'register.households',
  one: say('住户', 'household'),
  many: say('住户', 'households'),
  columns: [
    { field: 'label', kind: 'text', label: say('门牌', 'House') },
    { field: 'area', kind: 'area', label: say('所属村', 'Village') },
    { field: 'place', kind: 'place', label: say('供水点', 'Point') },
    { field: 'people', kind: 'whole', label: say('人数', 'People'), unit: say('人', 'people') },
    { field: 'alone', kind: 'flag', label: say('独居老人', 'Old and alone') },
    { field: 'cannotCome', kind: 'flag', label: say('不能自取', 'Cannot come') },
    { field: 'litres', kind: 'whole', label: say('自备水', 'Own water'), unit: say('升', 'L') },
    { field: 'since', kind: 'day', label: say('登记日期', 'Registered'), optional: true },
    { field: 'hours', kind: 'hours', label: say('在家时段', 'At home'), optional: true },
    { field: 'note', kind: 'text', label: say('备注', 'Note'), optional: true },
  ],
};

const villages = 300;
export const names = new Map(
  Array.from({ length: villages }, (_, i) => [`village-${i}`, `第${i}村`] as const),
);

export function household(i: number): Record<string, CellValue> {
  const village = `village-${i % villages}`;
  return {
    id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    label: `${i % villages}村${i % 12}组${i}户`,
    area: village,
    place: village,
    people: 1 + (i % 7),
    alone: i % 9 === 0,
    cannotCome: i % 11 === 0,
    litres: (i * 37) % 1000,
    since: `2022-11-${String(1 + (i % 28)).padStart(2, '0')}`,
    hours:
      i % 3 === 0
        ? [[0, 86_400]]
        : [
            [25_200, 41_400],
            [48_600, 61_200],
          ],
    note: i % 5 === 0 ? `第 ${i} 户，井水变浑` : null,
  };
}
