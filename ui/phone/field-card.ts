import type { ComponentType } from 'react';
import type { MessageBundle, Said } from '../language/messages.ts';

/** What a server said when it refused, in both languages. */
export type Refused = { code: string; cause: Said; remedy: Said };

export type EntryState = 'waiting' | 'sending' | 'sent' | 'refused' | 'set-aside';

/** Something recorded on this phone, kept until the server has it, and some days beyond. */
export type KeptEntry = {
  id: string;
  card: string;
  kind: string;
  /** Where it is PUT. */
  path: `/api/${string}`;
  body: unknown;
  /** By the phone's own clock, ms since 1970. */
  made: number;
  state: EntryState;
  refusal: Refused | null;
  answer: unknown;
  /** An earlier entry that has to be sent first. */
  after: string | null;
  /** The fields of its body that may name somebody: they leave the phone, from its answer too, once the server has them. */
  personal?: readonly string[];
  /** What the phone keeps of it for itself, and never sends; its `personal` fields go with the others. */
  own?: Readonly<Record<string, unknown>>;
};

/** What a card hands over to be kept and sent. The id is made when the form opens, so that a double tap is one entry. */
export type Draft = Pick<
  KeptEntry,
  'id' | 'card' | 'kind' | 'path' | 'body' | 'personal' | 'own'
> & {
  after?: string | undefined;
  /** A refused entry that this one stands in for; it is set aside as this one is kept. */
  replaces?: string | undefined;
};

/** A GET, read whenever there is signal and kept for when there is none. */
export type Feed = { key: string; path: `/api/${string}` };

/** The last answer of a feed, and when it came by the phone's own clock. */
export type Fetched = { value: unknown; fetched: number };

/** One kind of work on the phone, brought by a desk, for who holds the permission. */
export type FieldCard = {
  id: string;
  name: Said;
  /** In a few words, for who has no card yet. */
  purpose: Said;
  permission: string;
  icon: ComponentType;
  /** Of what is `personal` a day at most is kept. */
  feed: Feed & { personal?: true };
  /** Further feeds, by what was chosen on this phone. */
  more?: (remembered: (key: string) => unknown) => readonly Feed[];
  Page: ComponentType;
  /** What an entry says, in a line and a figure. */
  Line: ComponentType<{ entry: KeptEntry }>;
  /** Puts a refused entry right and records it anew. */
  Again: ComponentType<{ entry: KeptEntry; onClose: () => void }>;
};

/** What a desk brings to the phone. */
export type FieldDesk = {
  id: string;
  cards: readonly FieldCard[];
  messages: readonly MessageBundle[];
};
