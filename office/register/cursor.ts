import { z } from 'zod';

/** Where a list goes on: after the row of this name and id. Opaque to who asks. */
export interface Cursor {
  name: string;
  id: string;
}

const Pair = z.tuple([z.string(), z.uuid()]);

export function writeCursor({ name, id }: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([name, id]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

function read(text: string): Cursor | undefined {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
    const [name, id] = Pair.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return { name, id };
  } catch {
    return undefined;
  }
}

/** The `after` of a list's query: the `next` that the page before it gave. */
export const after = z
  .string()
  .max(1000)
  .transform((text, context) => {
    const cursor = read(text);
    if (!cursor) context.addIssue({ code: 'custom', message: 'not the `next` of a page' });
    return cursor ?? z.NEVER;
  })
  .optional()
  .describe('the `next` of the page before');

export const limit = z.coerce.number().int().min(1).max(500).default(100);

/** One row more than asked for was read: is there a next page, and where does it begin? */
export function page<T extends { id: string }>(
  rows: readonly T[],
  limit: number,
  nameOf: (row: T) => string,
): { rows: T[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown,
    next: rows.length > limit && last ? writeCursor({ name: nameOf(last), id: last.id }) : null,
  };
}
