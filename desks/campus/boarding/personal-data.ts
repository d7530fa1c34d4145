import { say } from '@liangbuwu/office/http/say.ts';
import { lastingRows, personalRows } from '@liangbuwu/office/responses/closing/personal-data.ts';

/** Goes when its response is closed: who slept where. */
export const boardingPersonalData = [
  personalRows({
    kind: 'beds',
    name: say('谁睡哪张床', 'Who slept in which bed'),
    table: 'campus.bed',
  }),
];

/** Stays: what a school had in store, and how many ate of it. */
export const boardingLastingData = [
  lastingRows({
    kind: 'store-entries',
    name: say('物资盘点和到货', 'Counts and deliveries of stores'),
    table: 'campus.store_entry',
  }),
];
