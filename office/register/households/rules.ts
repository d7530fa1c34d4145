import type { RefusalKind } from '../../http/refusal.ts';
import { say } from '../../http/say.ts';

export const areaNotCovered: RefusalKind = {
  code: 'area-not-covered',
  status: 422,
  cause: () =>
    say(
      '这户所在的辖区不在该应急响应的范围内。',
      'The household lies outside of the areas that the response covers.',
    ),
  remedy: () =>
    say(
      '住户只为所在地的应急响应登记：请核对辖区，或选择覆盖该地的响应。',
      'Households are registered for a response where they live: check the area, or choose the response that covers it.',
    ),
};

export const householdOfAnotherResponse: RefusalKind = {
  code: 'household-of-another-response',
  status: 409,
  cause: () =>
    say(
      '这个编号的住户是为另一次应急响应登记的。',
      'The household of this id was registered for another response.',
    ),
  remedy: () =>
    say(
      '个人信息只用于一次响应：请用新的编号登记。',
      'Personal data serves one response only: register it anew with an id of its own.',
    ),
};

export const noContact: RefusalKind = {
  code: 'no-contact',
  status: 404,
  cause: () => say('这户没有登记联系人。', 'No contact is registered for this household.'),
  remedy: () => say('请先登记，或由村干部上门。', 'Register one, or let the cadre go there.'),
};

export const householdTwice: RefusalKind<{ id: string }> = {
  code: 'household-twice',
  status: 422,
  cause: ({ id }) => say(`编号 ${id} 出现两次。`, `The id ${id} is there twice.`),
  remedy: () => say('一户一行，请删去重复的。', 'One line a household: leave one of the two out.'),
};

export const mergedWithItself: RefusalKind = {
  code: 'merged-with-itself',
  status: 422,
  cause: () =>
    say('同一户在合并里出现了两次。', 'The same household is named twice in this merge.'),
  remedy: () => say('请选两条不同的登记。', 'Choose two different entries.'),
};
