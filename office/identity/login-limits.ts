import { isIPv6 } from 'node:net';
import { slidingWindow } from './sliding-window.ts';

interface LoginAttempt {
  /** After this one the login has no attempt left from here. */
  last: boolean;
  /** It was the right password: the attempt does not count. */
  succeeded(): void;
}

/** Every attempt is counted before the password is looked at, so that many at once gain nothing. */
export interface LoginLimits {
  begin(login: string, from: string, now: Temporal.Instant): LoginAttempt | { wait: number };
}

/**
 * Only failures count. A login is held off from the one address it fails from long before it is held off
 * everywhere, so that a stranger cannot easily lock an officer out; an address is allowed much, since a whole
 * county office may stand behind one. Known and unknown logins are counted alike.
 */
export function loginLimits(): LoginLimits {
  const here = slidingWindow(10, 15 * 60);
  const anywhere = slidingWindow(60, 15 * 60);
  const address = slidingWindow(120, 10 * 60);
  return {
    begin(login, from, at) {
      const now = at.epochMilliseconds;
      const network = networkOf(from);
      const windows = [
        { window: here, key: `${login}\n${network}` },
        { window: anywhere, key: login },
        { window: address, key: network },
      ];
      const wait = Math.max(...windows.map(({ window, key }) => window.wait(key, now)));
      if (wait > 0) return { wait };
      for (const { window, key } of windows) window.take(key, now);
      return {
        last: windows.slice(0, 2).some(({ window, key }) => window.wait(key, now) > 0),
        succeeded() {
          for (const { window, key } of windows) window.giveBack(key, now);
          here.forget(`${login}\n${network}`);
        },
      };
    },
  };
}

/** An IPv6 subscriber owns a whole /64; one of its addresses is nobody. */
export function networkOf(address: string): string {
  const plain = address.split('%')[0] ?? address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const front = head.split(':').filter((group) => group !== '');
  const back = (tail ?? '').split(':').filter((group) => group !== '');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array<string>(zeros).fill('0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
