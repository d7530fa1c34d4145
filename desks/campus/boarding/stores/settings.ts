import { type Say, say } from '@liangbuwu/office/http/say.ts';
import type { StoreItemFields } from './stores.ts';

export const setHere = say(
  '本软件设定，请改成本校用量',
  'Set by this software; put in your own use',
);

interface Starter extends Omit<StoreItemFields, 'name' | 'unit' | 'source'> {
  name: Say;
  unit: Say;
}

const perHead = (quantity: number) => ({ per: 'head-day' as const, quantity });

/** A list to begin with. Every figure is set here, no page tells them; a school changes each. */
export const starterItems: readonly Starter[] = [
  {
    name: say('大米', 'Rice'),
    unit: say('公斤', 'kg'),
    use: perHead(0.4),
    lead: 2,
    floor: 5,
    cover: 10,
  },
  {
    name: say('蔬菜', 'Vegetables'),
    unit: say('公斤', 'kg'),
    use: perHead(0.5),
    lead: 1,
    floor: 2,
    cover: 4,
  },
  {
    name: say('肉蛋', 'Meat and eggs'),
    unit: say('公斤', 'kg'),
    use: perHead(0.15),
    lead: 1,
    floor: 2,
    cover: 4,
  },
  {
    name: say('食用油', 'Cooking oil'),
    unit: say('升', 'L'),
    use: perHead(0.03),
    lead: 2,
    floor: 5,
    cover: 14,
  },
  {
    name: say('饮用水', 'Drinking water'),
    unit: say('升', 'L'),
    use: perHead(2),
    lead: 1,
    floor: 2,
    cover: 5,
  },
  {
    name: say('口罩', 'Masks'),
    unit: say('只', 'pieces'),
    use: perHead(2),
    lead: 3,
    floor: 5,
    cover: 14,
  },
  {
    name: say('消毒液', 'Disinfectant'),
    unit: say('升', 'L'),
    use: { per: 'day', quantity: 40 },
    lead: 3,
    floor: 5,
    cover: 14,
  },
  {
    name: say('被褥', 'Bedding sets'),
    unit: say('套', 'sets'),
    use: { per: 'head', quantity: 1 },
    lead: 3,
    floor: 0,
    cover: 1,
  },
];
