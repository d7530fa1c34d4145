import { expect, test } from 'vitest';
import { inARow } from './in-a-row.ts';

test('deeds follow each other in a sentence of either language', () => {
  expect(inARow(['编制送水计划', '查阅台账'], 'zh-CN', '；')).toBe('编制送水计划；查阅台账');
  expect(inARow(['Make water plans', 'Read the ledger'], 'en', '; ')).toBe(
    'make water plans; read the ledger',
  );
  expect(inARow(['SMS to villages'], 'en', '; ')).toBe('SMS to villages');
  expect(inARow([], 'en', '; ')).toBe('');
});
