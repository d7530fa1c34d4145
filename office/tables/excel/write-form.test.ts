import { expect, test } from 'vitest';
import { openSheets } from './open-sheets.ts';
import { all } from './testing/all.ts';
import { formFile } from './write-form.ts';

test('forms come back as they were written, each under a name that Excel takes', async () => {
  const rows = [
    [
      { value: '当日送水量', bold: true },
      { value: 21.304, format: '#,##0.0##' },
    ],
  ];
  const long = '一个很长的名字'.repeat(6);
  const { content } = await formFile('form', {
    sheets: [
      { name: '古岳峰镇: 晚报/汇总', widths: [30, 12], rows },
      { name: long, widths: [30], rows: [[{ value: null, shade: 'blank' }, { value: '头' }]] },
      { name: long, widths: [30], rows },
      { name: '', widths: [30], rows },
    ],
    at: new Date('2022-11-10T12:00:00Z'),
  });
  const { names, rows: read } = await openSheets(Buffer.from(content, 'base64'));
  expect(new Set(names).size).toBe(4);
  for (const name of names) {
    expect(name.length).toBeLessThanOrEqual(31);
    expect(name).toMatch(/^[^[\]:*?/\\]+$/);
  }
  const [first] = await all(read(names[0] ?? ''));
  expect(first?.cells.slice(0, 2).map(String)).toEqual(['当日送水量', '21.304']);
});
