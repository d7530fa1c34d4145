import type { Say } from '../http/say.ts';

/** What each action of a room is called; a room's list stands beside it as `ledger-words.ts`. */
export type LedgerWords = Readonly<Record<string, Say>>;

/** Every room's words as one list. An action belongs to one room. */
export function gatherWords(rooms: readonly LedgerWords[]): LedgerWords {
  const all: Record<string, Say> = {};
  for (const words of rooms) {
    for (const [action, label] of Object.entries(words)) {
      if (action in all) throw new Error(`two rooms name the action ${action}`);
      all[action] = label;
    }
  }
  return all;
}

/** An action of a desk that has been deleted since still shows under its own name. */
export const labelOf = (words: LedgerWords, action: string): Say =>
  words[action] ?? { 'zh-CN': action, en: action };
