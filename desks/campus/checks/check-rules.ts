import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import type { CheckState, Finding } from './checks.ts';
import { feverFrom } from './settings.ts';

/** A fever or a symptom: what opens a case. Who is only absent is not ill. */
export const isUnwell = ({ temperature, symptoms }: Finding): boolean =>
  symptoms.length > 0 || (temperature !== null && temperature >= feverFrom);

/** How a check that nobody has said anything of yet stands. */
export function openState(
  of: { people: number; from: string; to: string; arrival: string | undefined },
  now: string,
): Exclude<CheckState, 'done'> {
  const at = Date.parse(now);
  if (of.people === 0) return 'no-list';
  if (of.arrival !== undefined && Date.parse(of.to) <= Date.parse(of.arrival)) return 'not-back';
  if (at < Date.parse(of.from)) return 'ahead';
  return at <= Date.parse(of.to) ? 'due' : 'missing';
}

interface Unwell {
  /** Members, by id. */
  named: readonly string[];
  /** Of whom nothing is kept. */
  unnamed: number;
}

/**
 * Whom a case is opened for. Nobody has two at once, and nobody one for the same check said again; of those without a name
 * only so many more as there are.
 */
export function casesToOpen(of: { now: Unwell; before: Unwell; going: Unwell }): Unwell {
  const { now, before, going } = of;
  return {
    named: now.named.filter((one) => !before.named.includes(one) && !going.named.includes(one)),
    unnamed: Math.max(0, now.unnamed - Math.max(before.unnamed, going.unnamed)),
  };
}

export const checkNotToday: RefusalKind<{ day: string }> = {
  code: 'check-not-today',
  status: 409,
  cause: ({ day }) =>
    say(`这是 ${day} 的检查，今天不能再登记。`, `This check is of ${day}, which is not today.`),
  remedy: () => say('请刷新页面，登记今天的。', 'Load the page again and record the one of today.'),
};

export const checkAhead: RefusalKind<{ from: string }> = {
  code: 'check-ahead',
  status: 409,
  cause: ({ from }) => say(`这次检查 ${from} 才开始。`, `This check begins at ${from}.`),
  remedy: () => say('请到时间再登记。', 'Record it from then on.'),
};

export const classNotBack: RefusalKind = {
  code: 'class-not-back',
  status: 409,
  cause: () => say('这个班在这次检查以后才返校。', 'This class returns only after this check.'),
  remedy: () =>
    say(
      '不用登记；已经返校的，请先改到校时间。',
      'Nothing is to be recorded; if it is back already, change its arrival first.',
    ),
};

export const nobodyListed: RefusalKind = {
  code: 'nobody-listed',
  status: 409,
  cause: () => say('这个班还没有名单。', 'Nobody is entered in this class.'),
  remedy: () => say('请先登记学生。', 'Enter its pupils first.'),
};

export const notInClass: RefusalKind = {
  code: 'not-in-class',
  status: 422,
  cause: () =>
    say('有人不在这个班的名单里，没有保存。', 'Somebody is not of this class; nothing was kept.'),
  remedy: () => say('请打开名单重新选。', 'Open the list again and choose.'),
};

export const stepNotNow: RefusalKind = {
  code: 'case-step-not-now',
  status: 409,
  cause: () =>
    say(
      '按这件事现在的情况，这一步不能登记。',
      'As the case stands, this step cannot be recorded.',
    ),
  remedy: () => say('请看它到了哪一步。', 'Look how far it has come.'),
};

export const guardianFirst: RefusalKind = {
  code: 'guardian-first',
  status: 409,
  cause: () => say('还没有登记已告诉监护人。', 'That a guardian was told is not recorded yet.'),
  remedy: () => say('请先告诉监护人并登记。', 'Tell a guardian and record it first.'),
};

export const reportFirst: RefusalKind = {
  code: 'report-first',
  status: 409,
  cause: () => say('还没有登记已报告。', 'That it was reported is not recorded yet.'),
  remedy: () => say('请先报告疾控并登记。', 'Report it and record that first.'),
};

export const reportedAhead: RefusalKind = {
  code: 'reported-ahead',
  status: 422,
  cause: () =>
    say(
      '报告时间还没有到，或早于发现。',
      'The time of the report is still to come, or before it was found.',
    ),
  remedy: () => say('请填实际报告的时间。', 'Give when it was really reported.'),
};
