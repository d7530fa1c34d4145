import { say } from '@liangbuwu/office/http/say.ts';

export const zoneWords = {
  'campus.zone-set-up': say('设置接驳区', 'Transfer zone set up'),
  'campus.parcels-booked': say('预约送包裹', 'Parcels booked'),
  'campus.parcels-withdrawn': say('取消预约的包裹', 'Booked parcels withdrawn'),
  'campus.parcels-received': say('接驳区收件', 'Parcels received'),
  'campus.carrying-planned': say('排搬运各趟', 'Rounds of carriers planned'),
  'campus.round-left': say('搬运出发', 'Round of parcels left'),
  'campus.round-signed': say('宿舍签收', 'Round of parcels signed for'),
  'campus.parcels-opened': say('查看收件人', 'Read whom parcels are for'),
};
