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
  'campus.store-promise-taken-back': say('供应商收回承诺', 'Promise of a supplier taken back'),
};
