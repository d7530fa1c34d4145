import { say } from '../../../http/say.ts';
import type { Table } from '../../column.ts';

/** A table with a column of every kind. */
export const everyKind: Table = {
  id: 'water.tankers',
  one: say('送水车', 'tanker'),
  many: say('送水车', 'tankers'),
  columns: [
    { field: 'name', kind: 'text', label: say('名称', 'Name'), also: ['车名', '车辆名称'] },
    { field: 'plate', kind: 'text', label: say('车牌号', 'Plate'), also: ['车号'], optional: true },
    {
      field: 'litres',
      kind: 'whole',
      label: say('载水量', 'Capacity'),
      unit: say('升', 'L'),
      also: ['容量', '罐容'],
      hint: say('一次最多能装多少水', 'What it carries at most'),
    },
    {
      field: 'crew',
      kind: 'whole',
      label: say('人数', 'Crew'),
      unit: say('人', 'people'),
      optional: true,
    },
    {
      field: 'rate',
      kind: 'decimal',
      label: say('油耗', 'Consumption'),
      unit: say('升/百公里', 'L/100 km'),
      optional: true,
    },
    { field: 'since', kind: 'day', label: say('启用日期', 'In use since'), optional: true },
    { field: 'leaves', kind: 'time', label: say('出车时间', 'Leaves at'), optional: true },
    { field: 'hours', kind: 'hours', label: say('可用时段', 'Hours'), optional: true },
    { field: 'drinking', kind: 'flag', label: say('可装饮用水', 'Drinking water') },
    {
      field: 'owner',
      kind: 'choice',
      label: say('权属', 'Owner'),
      options: [
        { value: 'county', words: say('县属', 'county') },
        { value: 'hired', words: say('租用', 'hired') },
        { value: 'lent', words: say('借用，企业', 'lent, enterprise') },
      ],
      optional: true,
    },
    { field: 'area', kind: 'area', label: say('所属乡镇', 'Town'), optional: true },
    { field: 'base', kind: 'place', label: say('停放地点', 'Base'), optional: true },
    {
      field: 'driver',
      kind: 'row',
      of: 'water.drivers',
      label: say('司机', 'Driver'),
      optional: true,
    },
    {
      field: 'trips',
      kind: 'whole',
      label: say('已送趟数', 'Trips made'),
      optional: true,
      shown: true,
    },
  ],
};
