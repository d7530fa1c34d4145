import type { z } from 'zod';
import type { Clock } from '../clock/clock.ts';
import type { Tx } from '../database/connection.ts';
import type { Say } from '../http/say.ts';
import type { LedgerEntry } from '../ledger/append.ts';
import type { LiveEvent } from '../live/event.ts';
import { type Html, html } from './html.ts';
import { inLanguage, type PageLanguage } from './language.ts';

/** What a page's handler may touch, within its one transaction. It sees no row until it has narrowed its scope itself. */
export interface PageDeed {
  tx: Tx;
  /** The system's clock; what belongs to a response asks the response's. */
  clock: Clock;
  /** The network that asks, for limits only. */
  from: string;
  language: PageLanguage;
  /** Whether somebody reads the page now and it notes that: not so where only its head, or a copy for later, is asked for. */
  notes: boolean;
  record(entry: LedgerEntry): void;
  announce(event: LiveEvent): void;
}

export interface Shown {
  title: string;
  body: Html;
  /** The same for everybody: a browser may keep it, and asks again before it is shown. Nobody's own page is kept. */
  common?: boolean;
  /** An empty form: the browser's Back shows it again with the id that it had, so that sent again it counts once. */
  form?: boolean;
  /** The same page in the other language; left out where that would send a form again. */
  path?: string;
  /** Another address to show instead. */
  elsewhere?: string;
}

/** Leads to another page once something was done: asked for again, it is not done twice. */
export const leadTo = (path: string, language: PageLanguage): Shown => ({
  title: '',
  body: html``,
  elsewhere: inLanguage(path, language),
});

type Fields = z.ZodObject;
type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** One address that anybody may open: HTML out, fields of a form in, nobody signed in. */
export interface PublicPage<
  Params extends Fields | undefined = Fields | undefined,
  Query extends Fields | undefined = Fields | undefined,
  Form extends Fields | undefined = Fields | undefined,
> {
  method: 'GET' | 'POST';
  path: `/p${string}`;
  /** A form that only asks: its fields must not stand in an address. It is counted as a read, and can write nothing. */
  asks?: true;
  /** A page that is read, and may write down that it was: counted as a read. */
  notes?: true;
  params?: Params;
  query?: Query;
  form?: Form;
  /** What a form's fields are called, for the refusal of what was typed. */
  words?: Readonly<Record<string, Say>>;
  show(
    input: { params: Parsed<Params>; query: Parsed<Query>; form: Parsed<Form> },
    deed: PageDeed,
  ): Promise<Shown>;
}

export function publicPage<
  Params extends Fields | undefined = undefined,
  Query extends Fields | undefined = undefined,
  Form extends Fields | undefined = undefined,
>(page: PublicPage<Params, Query, Form>): PublicPage {
  return page as unknown as PublicPage;
}
