import type { Fact } from '@liangbuwu/office/responses/contract.ts';
import { expect, test } from 'vitest';
import { groupBySource } from './by-source.ts';

const said = (text: string) => ({ 'zh-CN': text, en: `${text} in English` });
const fact = (source: string, told: string, assumed: string | null = null): Fact => ({
  source: said(source),
  words: [],
  told: said(told),
  assumed: assumed === null ? null : said(assumed),
});

test('facts stand under their source, each with how many have an assumption beside', () => {
  const groups = groupBySource([
    fact('报纸', '一', '虚构'),
    fact('通告', '二'),
    fact('报纸', '三'),
    fact('报纸', '四', '虚构'),
  ]);
  expect(
    groups.map(({ source, facts, assumed }) => [
      source['zh-CN'],
      facts.map(({ told }) => told['zh-CN']),
      assumed,
    ]),
  ).toEqual([
    ['报纸', ['一', '三', '四'], 2],
    ['通告', ['二'], 0],
  ]);
});

test('two sources that differ in one language only stay two', () => {
  const other: Fact = { ...fact('报纸', '二'), source: { 'zh-CN': '报纸', en: 'Another paper' } };
  expect(groupBySource([fact('报纸', '一'), other])).toHaveLength(2);
  expect(groupBySource([])).toEqual([]);
});
