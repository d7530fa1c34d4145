import { createContext, useContext } from 'react';
import type { Draft, Fetched, KeptEntry, Refused } from './field-card.ts';

/** What the shell lends to the cards. */
export type PhoneTools = {
  me: { account: string; name: string; permissions: readonly string[] };
  /** The last answer of a feed; undefined: none has come yet. */
  feed: (key: string) => Fetched | undefined;
  /** What this account recorded on this phone, in the order in which it was made. */
  entries: readonly KeptEntry[];
  /** Resolves once the entry is on the phone's disk, not before. */
  record: (draft: Draft) => Promise<void>;
  /** A small thing this account chose on this phone. */
  remembered: (key: string) => unknown;
  remember: (key: string, value: unknown) => Promise<void>;
  /** Says shortly that something is done. */
  say: (text: string) => void;
  /** Fetches a file from the server and hands it to the browser, or tells why not. */
  takeFile: (path: `/api/${string}`) => Promise<'taken' | 'unreachable' | Refused>;
  online: boolean;
  newId: () => string;
  /** The phone's own, ms since 1970. */
  clock: { now: () => number };
};

const Tools = createContext<PhoneTools | undefined>(undefined);
export const PhoneToolsProvider = Tools.Provider;

export function useTools(): PhoneTools {
  const tools = useContext(Tools);
  if (!tools) throw new Error('a card stands within the shell of the phone');
  return tools;
}
