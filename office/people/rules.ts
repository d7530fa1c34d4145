import type { RefusalKind } from '../http/refusal.ts';
import { type Say, say } from '../http/say.ts';

export const personOutsideResponse: RefusalKind = {
  code: 'person-outside-the-response',
  status: 422,
  cause: () =>
    say(
      '这个人所在的辖区不在该应急响应的范围内。',
      'This person is in an area that the response does not cover.',
    ),
  remedy: () =>
    say(
      '请核对辖区，或选择覆盖该地的应急响应。',
      'Check the area, or choose the response that covers it.',
    ),
};

export const personTwice: RefusalKind = {
  code: 'person-twice',
  status: 409,
  cause: () =>
    say(
      '持这份证件的人已在这次应急响应中登记，可能在别的辖区。',
      'Somebody with this document is registered in this response already, perhaps in another area.',
    ),
  remedy: () =>
    say(
      '请按证件查找已有的登记；查不到时请上级核对。',
      'Look for that entry by the document; where it is not found, ask the level above.',
    ),
};

export const birthMonthNeeded: RefusalKind = {
  code: 'birth-month-needed',
  status: 422,
  cause: () =>
    say(
      '没有出生年月，或与身份证号不一致；未满14周岁须由监护人同意，所以必须知道。',
      'The month of birth is missing, or is not that of the identity number; under 14 a guardian decides, so it must be known.',
    ),
  remedy: () =>
    say(
      '请填写出生年月（如 2010-09）；有居民身份证号的可以不填。',
      'Give the month of birth (such as 2010-09); it may be left out beside a resident identity number.',
    ),
};

export const purposeNotAllowed: RefusalKind<{ words: Say; many: Say }> = {
  code: 'purpose-not-allowed',
  status: 422,
  cause: ({ words }) =>
    say(
      `“${words['zh-CN']}”不能用于所填的用途。`,
      `A ${words.en} may not serve one of these purposes.`,
    ),
  remedy: ({ many }) => say(`只可用于：${many['zh-CN']}。`, `It may serve: ${many.en}.`),
};

export const factNotForPurpose: RefusalKind<{ words: Say; many: Say }> = {
  code: 'fact-not-for-purpose',
  status: 403,
  cause: ({ words }) =>
    say(
      `为“${words['zh-CN']}”不能查看所要的内容。`,
      `To ${words.en}, one of these facts may not be read.`,
    ),
  remedy: ({ many }) => say(`可以查看：${many['zh-CN']}。`, `These may be read: ${many.en}.`),
};

export const consentNeeded: RefusalKind = {
  code: 'guardian-consent-needed',
  status: 409,
  cause: () =>
    say(
      '这个人未满14周岁，还没有登记监护人的同意；没有保存。',
      "This person is under 14 and no guardian's consent is on record; nothing was saved.",
    ),
  remedy: () =>
    say(
      '请先征得监护人同意并登记（谁、什么关系、用什么方式、何时），再登记其他内容。',
      'Ask a guardian and record the consent first: who, in what relation, by what way, when.',
    ),
};

export const consentWithdrawn: RefusalKind = {
  code: 'guardian-consent-withdrawn',
  status: 409,
  cause: () =>
    say(
      '监护人不同意或已撤回同意；没有保存。',
      'The guardian refused or withdrew the consent; nothing was saved.',
    ),
  remedy: () =>
    say(
      '监护人重新同意后才能登记；也可以删除这个人的全部信息。',
      'It can be recorded once a guardian consents again; all that is kept of this person can be removed.',
    ),
};

export const notItsCorrection: RefusalKind = {
  code: 'not-its-correction',
  status: 409,
  cause: () =>
    say(
      '要更正的内容不是这个人的同一项，或已经更正过。',
      'What is to be corrected is not the same kind of fact of this person, or was corrected already.',
    ),
  remedy: () => say('请重新查看，更正最新的一条。', 'Read it again, and correct the latest one.'),
};

export const factAhead: RefusalKind = {
  code: 'fact-ahead',
  status: 422,
  cause: () => say('所填的时间还没有到。', 'The time given is still to come.'),
  remedy: () => say('请核对日期和时间（含时区）。', 'Check date and time, with their offset.'),
};

/** Persons that one request may read. */
export const mostAtOnce = 20;
/** Persons that one account may read within an hour. */
export const mostInAnHour = 300;

export const tooManyAtOnce: RefusalKind<{ asked: number }> = {
  code: 'too-many-people-at-once',
  status: 422,
  cause: ({ asked }) =>
    say(
      `一次要查看 ${asked} 人，最多 ${mostAtOnce} 人。`,
      `${asked} people were asked for at once; at most ${mostAtOnce} may be.`,
    ),
  remedy: () =>
    say(
      '请只查看手头要办的人；要数字请用汇总。',
      'Read those whom you deal with now; for figures use the totals.',
    ),
};

export const tooManyInAnHour: RefusalKind<{ seconds: number }> = {
  code: 'too-many-people-in-an-hour',
  status: 429,
  cause: () =>
    say(
      `这个账号一小时内查看的人数到了 ${mostInAnHour} 人。`,
      `This account has read ${mostInAnHour} people within an hour.`,
    ),
  remedy: ({ seconds }) =>
    say(
      `请在 ${seconds} 秒后再查；要数字请用汇总。确需更多，请由几个人分工。`,
      `Go on in ${seconds} seconds; for figures use the totals. Where more is needed, share the work among several.`,
    ),
};
