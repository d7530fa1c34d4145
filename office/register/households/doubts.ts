import { say } from '../../http/say.ts';
import type { Doubt } from '../../tables/contract.ts';
import type { Household } from './contract.ts';

/** More people than live in one house: usually a whole group was counted as one. */
export const manyPeople = 15;

export interface Similar {
  /** A household of the same village that has the same house number. */
  double: string | undefined;
  /** Its place lies in another village. */
  elsewhere: boolean;
}

/** What looks wrong in a household that may be kept all the same. */
export function doubtsOf({ people }: Household, { double, elsewhere }: Similar): Doubt[] {
  const doubts: Doubt[] = [];
  if (double !== undefined)
    doubts.push({
      field: 'label',
      cause: say(
        `本村已登记了“${double}”，看上去是同一户。`,
        `The village has “${double}” already: it looks like the same household.`,
      ),
      remedy: say(
        '请在“待核对”里合并，或改正门牌。',
        'Merge the two under “To check”, or correct the house number.',
      ),
    });
  if (elsewhere)
    doubts.push({
      field: 'place',
      cause: say('这个供水点在别的村。', 'This point lies in another village.'),
      remedy: say(
        '如不是跨村取水，请改选本村的供水点。',
        'Unless they do fetch water there, choose a point of the village.',
      ),
    });
  if (people === 0 || people > manyPeople)
    doubts.push({
      field: 'people',
      cause:
        people === 0
          ? say('这户登记为 0 人。', 'The household is registered with no people.')
          : say(`一户 ${people} 人，不像一户。`, `${people} people are hardly one household.`),
      remedy:
        people === 0
          ? say(
              '没有人住的请移除；住着人的请改正人数。',
              'Remove it if nobody lives there, else correct the figure.',
            )
          : say(
              '请核对人数，几户合登的请分开登记。',
              'Check the figure; register several households one by one.',
            ),
    });
  return doubts;
}
