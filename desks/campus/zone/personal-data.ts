import { say } from '@liangbuwu/office/http/say.ts';
import { lastingRows, personalRows } from '@liangbuwu/office/responses/closing/personal-data.ts';

/** Goes when its response is closed: whom parcels were for, and the links of who brought them. */
export const zonePersonalData = [
  personalRows({
    kind: 'parcels',
    name: say('包裹和收件人（已加密）', 'Parcels and whom they were for, sealed'),
    table: 'campus.parcel',
  }),
  personalRows({
    kind: 'parcel-bookings',
    name: say('包裹预约的链接', 'Links to bookings of parcels'),
    table: 'campus.booking',
  }),
];

/** Stays: how much was carried to which building, when. */
export const zoneLastingData = [
  lastingRows({
    kind: 'carrying-rounds',
    name: say('搬运各趟（只有件数）', 'Rounds of carriers, as counts'),
    table: 'campus.carrying_round',
  }),
];
