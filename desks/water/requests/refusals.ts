import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

export const cannotHappen: RefusalKind = {
  code: 'cannot-happen',
  status: 409,
  cause: () =>
    say('这件事现在不能这样办理。', 'This cannot be done with the request as it stands.'),
  remedy: () =>
    say(
      '别人可能刚办过：请看它现在的状态；还需要水请另提一件。',
      'Somebody may have just dealt with it: look at its state; where water is still needed, ask anew.',
    ),
};

export const nothingPromised: RefusalKind = {
  code: 'nothing-promised',
  status: 422,
  cause: () =>
    say(
      '要反映的那趟送水不在这个供水点，或者还没到时间。',
      'The delivery named is not one of this point, or its time has not come.',
    ),
  remedy: () => say('请在列表里选一趟。', 'Choose one of the list.'),
};

export const phoneUnclear: RefusalKind = {
  code: 'phone-unclear',
  status: 422,
  cause: () => say('电话号码看不明白。', 'The telephone number is unclear.'),
  remedy: () =>
    say(
      '请填 7 到 15 位数字，如 138 0000 0000；没有电话就留空。',
      'Give 7 to 15 figures, such as 138 0000 0000; leave it empty if there is no phone.',
    ),
};

export const formUsed: RefusalKind<{ number: string }> = {
  code: 'form-used',
  status: 409,
  cause: ({ number }) =>
    say(
      `这张表已经交过，是 ${number} 号，内容和这次不同。`,
      `This form was sent before, as number ${number}, with other words.`,
    ),
  remedy: () =>
    say('要另提一件，请重新打开表格再填。', 'To ask for something else, open the form again.'),
};

/** The same for a wrong number and for wrong figures: nobody learns which numbers there are. */
export const notTogether: RefusalKind = {
  code: 'not-together',
  status: 404,
  cause: () =>
    say('受理号和四位数字对不上。', 'The number and the four figures do not go together.'),
  remedy: () =>
    say(
      '请核对受理号（如 10-3）和电话末四位，或登记时给您的四位口令。',
      'Check the number (such as 10-3) and the last four figures of the phone, or the four that you were given.',
    ),
};

export const tooManyHere: RefusalKind = {
  code: 'too-many-here',
  status: 429,
  cause: () => say('这个供水点今天收到的太多了。', 'This point has had too many today.'),
  remedy: () => say('请打电话给村里或镇里。', 'Telephone the village or the town.'),
};

export const litresMissing: RefusalKind = {
  code: 'litres-missing',
  status: 422,
  cause: () => say('还没有填多少升。', 'It does not say how many litres.'),
  remedy: () => say('请填一个数，如 20。', 'Give a figure, such as 20.'),
};

export const timesReversed: RefusalKind = {
  code: 'times-reversed',
  status: 422,
  cause: () =>
    say('答应的时间先后颠倒，或已经过去。', 'The time promised ends before it begins, or is over.'),
  remedy: () =>
    say('请填还没到的时间，从早到晚。', 'Give a time that is still to come, from early to late.'),
};

export const litresUnclear: RefusalKind<{ most: number }> = {
  code: 'litres-unclear',
  status: 422,
  cause: () => say('多少升看不明白。', 'How many litres is unclear.'),
  remedy: ({ most }) =>
    say(`请填 0 到 ${most} 的整数，如 20。`, `Give a whole number from 0 to ${most}, such as 20.`),
};
