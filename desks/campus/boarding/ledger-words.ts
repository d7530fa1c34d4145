import { say } from '@liangbuwu/office/http/say.ts';

export const boardingWords = {
  'campus.inside-set': say('登记在校人数', 'Number inside set'),
  'campus.store-item-saved': say('登记一样物资', 'Item of the stores saved'),
  'campus.store-item-removed': say('去掉一样物资', 'Item of the stores taken off'),
  'campus.store-counted': say('盘点物资', 'Stores counted'),
  'campus.store-delivered': say('物资到货', 'Stores came'),
  'campus.store-asked': say('提物资需求', 'Need for stores raised'),
  'campus.store-need-withdrawn': say('撤回物资需求', 'Need for stores withdrawn'),
  'campus.store-promised': say('登记供应商承诺', 'Promise of a supplier recorded'),
  'campus.rooms-saved': say('登记宿舍房间', 'Rooms saved'),
  'campus.room-removed': say('去掉宿舍房间', 'Room taken off'),
  'campus.beds-given': say('给一个班排床位', 'Beds given to a class'),
  'campus.bed-given': say('给一个人排床位', 'Bed given'),
  'campus.bed-freed': say('退床位', 'Bed freed'),
  'campus.linen-changed': say('换洗床品', 'Bedding changed'),
  'campus.store-promise-taken-back': say('供应商收回承诺', 'Promise of a supplier taken back'),
};
