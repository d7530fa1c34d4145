import type { PageLanguage } from '@liangbuwu/office/public/language.ts';
import { moments } from '@liangbuwu/office/public/moments.ts';
import type { AnswerState } from '../answers/answer.ts';
import { homeWords } from '../home/home-words.ts';
import type { ToldAnswer } from './told.ts';

const words = {
  'zh-CN': {
    hello: (place: string) => `${place}家长您好：`,
    changed: (child: string) => `${child}的返校答复有变化。`,
    now: (child: string, state: string) => `${child}现在是：${state}。`,
    stay: (day: string) => `${day}请先不要到校。`,
    look: '请打开班主任给的链接，看自家的页面：上面写着原因和怎么办。',
    lost: '链接找不到了，请告诉我。',
    gap: '',
  },
  en: {
    hello: (place: string) => `Dear parents of ${place},`,
    changed: (child: string) => `the answer for ${child} has changed.`,
    now: (child: string, state: string) => `For ${child} it is now: ${state}.`,
    stay: (day: string) => `Please do not come on ${day}.`,
    look: 'Please open your family’s page by the link that you were given: it says why, and what to do.',
    lost: 'If you cannot find the link, tell me.',
    gap: ' ',
  },
} as const;

interface Told {
  /** 张*: as on the family’s own page. */
  name: string;
  now: ToldAnswer;
  /** The day on which they would come in vain. */
  inVain: string | null;
}

/**
 * What a class writes to a family, ready to be pasted. It holds nothing of health: `look` says that there is something to
 * read, `answer` the answer’s own word and day, never a reason or what is missing.
 */
export function wordsToSend(
  what: 'look' | 'answer',
  of: { place: string; zone: string; children: readonly Told[] },
  language: PageLanguage,
): string {
  const w = words[language];
  const f = moments(language);
  const states: Record<AnswerState, (when: string | null) => string> = homeWords[language].state;
  const said = of.children.flatMap(({ name, now, inVain }) => [
    what === 'look'
      ? w.changed(name)
      : w.now(name, states[now.state](now.arrivalKnown ? f.moment(now.arrival, of.zone) : null)),
    ...(what === 'answer' && inVain !== null ? [w.stay(f.day(inVain))] : []),
  ]);
  return [w.hello(of.place), ...said, w.look, w.lost].join(w.gap);
}
