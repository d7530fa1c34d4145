import { say } from '@liangbuwu/office/http/say.ts';
import { lastingRows } from '@liangbuwu/office/responses/closing/personal-data.ts';

/** Stays: what a school had in store, and how many ate of it. */
export const boardingLastingData = [
  lastingRows({
    kind: 'store-entries',
    name: say('物资盘点和到货', 'Counts and deliveries of stores'),
    table: 'campus.store_entry',
  }),
];
