import { say } from '@liangbuwu/office/http/say.ts';
import type { Entry } from '../recording/entry.ts';
import {
  byTanker,
  type Flag,
  flagOf,
  type Known,
  litresIn,
  nameOf,
  placeOf,
  standsSomewhere,
  tolerance,
} from './flags.ts';

/** A tanker that was at two places at once, came faster than the road allows, or filled faster than it flows. */
export function oddWays(known: Known): Flag[] {
  return byTanker(known).flatMap(([tanker, entries]) => {
    const stands = entries.filter((entry) => standsSomewhere(entry) && placeOf(known, entry));
    return stands.flatMap((here, i) => {
      const before = stands[i - 1];
      return before ? between(known, known.tankers.get(tanker)?.name ?? '', before, here) : [];
    });
  });
}

function between(known: Known, name: string, before: Entry, here: Entry): Flag[] {
  const seconds = (Date.parse(here.at) - Date.parse(before.at)) / 1000;
  const [from, to] = [placeOf(known, before) ?? '', placeOf(known, here) ?? ''];
  const drive = from === to ? 0 : known.drive(from, to);
  const at = { before: known.clock(before.at), here: known.clock(here.at) };
  const places = { before: nameOf(known, before), here: nameOf(known, here) };
  if (from !== to && seconds < 60) {
    return [
      flagOf(
        'two-places-at-once',
        [before, here],
        say(
          `${name} ${at.here} 同时登记在${places.before}和${places.here}。`,
          `${name} is recorded at ${places.before} and at ${places.here} at ${at.here}.`,
        ),
      ),
    ];
  }
  if (drive === undefined) return [];
  const least = Math.ceil((drive * tolerance.ofDrive) / 60);
  const had = Math.floor(seconds / 60);
  if (from !== to && had < least - tolerance.minutes) {
    const usual = Math.round(drive / 60);
    return [
      flagOf(
        'faster-than-the-road',
        [before, here],
        say(
          `${name} ${at.before} 在${places.before}，${at.here} 已在${places.here}：只用 ${had} 分钟，这段路通常 ${usual} 分钟，最快也要 ${least} 分钟。`,
          `${name} was at ${places.before} at ${at.before} and at ${places.here} at ${at.here}: ${had} minutes for a way of usually ${usual}, ${least} at the fastest.`,
        ),
      ),
    ];
  }
  const source = known.sources.get(here.source ?? '');
  if (here.kind !== 'filled' || !source) return [];
  const needs = Math.ceil((here.litres ?? 0) / source.litresPerMinute);
  const left = Math.max(0, had - Math.round(drive / 60));
  if (needs <= left + tolerance.minutes) return [];
  const litres = litresIn(here.litres ?? 0);
  const flow = source.litresPerMinute.toLocaleString('en-US');
  const way = Math.round(drive / 60);
  return [
    flagOf(
      'faster-than-it-flows',
      [before, here],
      say(
        `${name}在${source.name}取 ${litres['zh-CN']}：按每分钟 ${flow} 升要 ${needs} 分钟；${at.before} 还在${places.before}，路上 ${way} 分钟，到 ${at.here} 只剩 ${left} 分钟。`,
        `${name} took ${litres.en} at ${source.name}: ${needs} minutes at ${flow} L a minute; it was at ${places.before} at ${at.before}, ${way} minutes away, which leaves ${left} until ${at.here}.`,
      ),
    ),
  ];
}
