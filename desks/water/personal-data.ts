import { say } from '@liangbuwu/office/http/say.ts';
import { lastingRows, personalRows } from '@liangbuwu/office/responses/closing/personal-data.ts';

/** Goes when its response is closed. */
export const waterPersonalData = [
  personalRows({
    kind: 'field-notes',
    name: say('现场登记的文字', 'Words of field entries'),
    table: 'water.entry_note',
  }),
  personalRows({
    kind: 'door-notes',
    name: say('送水到家的文字', 'Words of visits to doors'),
    table: 'water.door_visit_note',
  }),
  personalRows({
    kind: 'requests',
    name: say('居民要水和反映（联系人已加密）', 'Requests of residents, who asked sealed'),
    table: 'water.request',
    below: ['water.request_step'],
  }),
];

/** Stays: accounts and evening reports are reckoned from it at any time. */
export const waterLastingData = [
  lastingRows({
    kind: 'field-entries',
    name: say('现场登记的数字', 'Figures of field entries'),
    table: 'water.entry',
  }),
  lastingRows({
    kind: 'door-visits',
    name: say('送水到家的次数', 'Visits to doors'),
    table: 'water.door_visit',
  }),
];
