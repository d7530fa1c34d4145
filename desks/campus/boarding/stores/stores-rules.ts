import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

export const itemCounted: RefusalKind = {
  code: 'store-item-counted',
  status: 409,
  cause: () =>
    say('这样物资已经点过数或提过需求。', 'This item has been counted or asked for already.'),
  remedy: () =>
    say('登记过的不删；请改名称或用量。', 'What is on record stays; change its name or its use.'),
};

export const sameItemName: RefusalKind<{ name: string }> = {
  code: 'store-item-twice',
  status: 409,
  cause: ({ name }) => say(`单子里已经有“${name}”。`, `There is an item called “${name}” already.`),
  remedy: () => say('请改原来那一样，或换个名称。', 'Change that one, or choose another name.'),
};

export const alreadyAsked: RefusalKind<{ quantity: number; unit: string }> = {
  code: 'already-asked',
  status: 409,
  cause: ({ quantity, unit }) =>
    say(
      `这样物资已经提了 ${quantity} ${unit} 的需求，还没有到齐。`,
      `${quantity} ${unit} of it have been asked for and have not all come.`,
    ),
  remedy: () =>
    say(
      '请等到齐；不要了或数量要改，先撤回那条需求。',
      'Wait until they have; to change it, withdraw that need first.',
    ),
};

export const needOver: RefusalKind = {
  code: 'need-is-over',
  status: 409,
  cause: () => say('这条需求已经到齐或撤回。', 'This need is met or withdrawn.'),
  remedy: () => say('还要的话，请另提一条需求。', 'If more is wanted, raise another one.'),
};

export const promiseSpokenOf: RefusalKind = {
  code: 'promise-came',
  status: 409,
  cause: () => say('这项承诺已经有货到了。', 'Something of this promise has come already.'),
  remedy: () =>
    say('其余不要了，请撤回那条需求。', 'If the rest is not wanted, withdraw the need itself.'),
};

export const notOfThisItem: RefusalKind = {
  code: 'promise-of-another-item',
  status: 422,
  cause: () =>
    say('这项承诺不是给这样物资的。', 'This promise is not for this item of this school.'),
  remedy: () => say('请在这样物资的承诺里选。', 'Choose among what is promised for this item.'),
};

export const notToCorrect: RefusalKind = {
  code: 'store-entry-not-to-correct',
  status: 409,
  cause: () =>
    say(
      '要更正的那条不在，或已经更正过。',
      'The entry to correct is not there, or has been corrected already.',
    ),
  remedy: () => say('请在最新的一条上更正。', 'Look at the newest entry, and correct that.'),
};

export const onlyDeliveries: RefusalKind = {
  code: 'only-deliveries',
  status: 422,
  cause: () =>
    say('盘点没有送货单，也不对应承诺。', 'A count has no delivery note and keeps no promise.'),
  remedy: () => say('请去掉这两项。', 'Leave these two out.'),
};

export const twoPromises: RefusalKind = {
  code: 'correction-of-another-promise',
  status: 422,
  cause: () =>
    say('更正要对应原来的那项承诺。', 'A correction is of the same promise as what it corrects.'),
  remedy: () =>
    say(
      '请选原来的承诺；记错了承诺，先把原来那条更正为 0。',
      'Choose that one; if the promise was wrong, correct the entry to 0 first.',
    ),
};

export const loadCounted: RefusalKind = {
  code: 'load-counted-already',
  status: 409,
  cause: () =>
    say('这项承诺的货已经登记到货。', 'What came of this promise has been counted already.'),
  remedy: () =>
    say(
      '数目错了，请更正那一条；又来了一批，请先登记为另一项承诺。',
      'If the figure is wrong, correct that entry; if more came, record it as another promise first.',
    ),
};
