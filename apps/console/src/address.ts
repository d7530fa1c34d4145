/** Addresses keep plain words: no quotes around texts, and a day or an id of digits stays a text. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search))
    if (value !== undefined && value !== null && value !== '')
      query.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  const text = query.toString();
  return text ? `?${text}` : '';
}

/** Where to go after signing in: a path of this console and nowhere else. */
export function safeNext(next: string | undefined): string {
  if (!next?.startsWith('/') || /^\/[/\\]/.test(next)) return '/';
  return /^\/(login|link)([/?#]|$)/.test(next) ? '/' : next;
}
