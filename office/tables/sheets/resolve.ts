import { type Say, say } from '../../http/say.ts';
import type { Column } from '../column.ts';

/** Something that a cell may have named. */
export interface Named {
  id: string;
  name: string;
  /** What tells it from others of the name: a division code, the area that it lies in. */
  apart: string;
}

/** `红旗村（430212106222）` → its name, and what tells it apart. */
export function splitName(text: string): { name: string; apart: string | undefined } {
  const found = /^(.+?)\s*[（(]([^（()）]+)[)）]$/.exec(text.trim());
  return found?.[1] && found[2]
    ? { name: found[1].trim(), apart: found[2].trim() }
    : { name: text.trim(), apart: undefined };
}

/** How it is written so that it can be read back: with what tells it apart, where another has its name. */
export const writtenName = ({ name, apart }: Named, doubled: boolean): string =>
  doubled && apart !== '' ? `${name}（${apart}）` : name;

/**
 * Which of these a cell means. A name that several have is not guessed: nothing is keyed by name.
 *
 * @param now what the row points to now: words that fit it mean it.
 */
export function resolve(
  column: Column,
  text: string,
  candidates: readonly Named[],
  now: string | undefined,
): { id: string } | { cause: Say; remedy: Say } {
  const { name, apart } = splitName(text);
  const named = candidates.filter(
    (one) =>
      one.name === text ||
      (one.name === name && (apart === undefined || one.apart === apart)) ||
      one.apart === text,
  );
  const kept = named.find(({ id }) => id === now);
  if (kept) return { id: kept.id };
  if (named.length === 1 && named[0]) return { id: named[0].id };
  const { label } = column;
  if (named.length === 0) {
    return {
      cause: say(
        `${label['zh-CN']}“${text}”没有登记，或不在您的辖区内。`,
        `${label.en} “${text}” is not registered, or outside your area.`,
      ),
      remedy: say('请核对名称，或先登记它。', 'Check the name, or register it first.'),
    };
  }
  const ways = named.slice(0, 4).map((one) => writtenName(one, true));
  return {
    cause: say(
      `叫“${name}”的${label['zh-CN']}有 ${named.length} 个。`,
      `${named.length} are called “${name}” (${label.en}).`,
    ),
    remedy: say(`请写明是哪一个，如：${ways.join('、')}`, `Say which, such as: ${ways.join(', ')}`),
  };
}
