import { day, makeTown, now } from '@liangbuwu/passes/town.fixture.ts';
import { expect, test } from 'vitest';
import { rulesOf } from './appeals.ts';

test('of the rules that a bundle carries those in force are named; what is none of ours is passed over', async () => {
  const name = { 'zh-CN': '进厂规定', en: 'Entering the plant' };
  const appeal = { 'zh-CN': '区指挥部', en: 'the district' };
  const rule = { id: 'a', version: '1', from: now - day, until: now + day };
  const town = await makeTown({
    rules: [
      { ...rule, content: JSON.stringify({ name, appeal }) },
      { ...rule, id: 'b', until: now, content: JSON.stringify({ name, appeal: null }) },
      { ...rule, id: 'c', content: 'none of ours' },
    ],
  });
  expect(rulesOf(town.open, now * 1000)).toEqual([{ name, appeal }]);
});
