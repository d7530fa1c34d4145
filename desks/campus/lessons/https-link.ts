import { text } from '@liangbuwu/office/http/fields.ts';

/** Whether it is an address that a parent may be shown: https, a host with a name, no password in it, nothing unseen. */
export function isHttpsLink(typed: string): boolean {
  if (!/^https:\/\/[^\s<>"'`\\]+$/i.test(typed)) return false;
  const url = URL.parse(typed);
  return (
    url?.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    /^(?!\d+(\.\d+)*$)[^.]+(\.[^.]+)+$/.test(url.hostname)
  );
}

/** It is shown and never asked for by this system. */
export const HttpsLink = text(300, 1).refine(isHttpsLink, { error: 'https://' });
