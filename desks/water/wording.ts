import type { Say } from '@liangbuwu/office/http/say.ts';
import type { Problem } from '@liangbuwu/trucking/water-day.ts';
import type { Cast } from './cast.ts';
import type { Floors } from './water.ts';

/**
 * Turns a planner's sentences, which name things by their ids, into the office's: the same sentences with the
 * names that people use, of points, sources, tankers, places and floors.
 */
export function wording(problem: Problem, cast: Cast, floors: Floors): (said: Say) => Say {
  const places = new Map(problem.places.map(({ id, name }) => [id, name]));
  const names = new Map<string, string>(places);
  for (const { id, place } of problem.sources) names.set(id, places.get(place) ?? id);
  for (const { id, place } of problem.points)
    names.set(id, cast.points[id]?.name ?? places.get(place) ?? id);
  for (const [shift, { name }] of Object.entries(cast.shifts)) names.set(shift, name);

  const say = (text: string, language: keyof Say) => {
    let said = text;
    for (const [id, name] of names) {
      // A sentence may carry the id behind the name.
      said = said
        .replaceAll(`${name}（${id}）`, name)
        .replaceAll(`${name} (${id})`, name)
        .replaceAll(id, name);
    }
    for (const { name, label } of floors.tiers) {
      said = said
        .replaceAll(`“${name}”`, `“${label[language]}”`)
        .replaceAll(`"${name}"`, `“${label[language]}”`);
    }
    return said;
  };
  return (said) => ({ 'zh-CN': say(said['zh-CN'], 'zh-CN'), en: say(said.en, 'en') });
}
