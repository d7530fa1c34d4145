import type { DecisionTable } from './table.ts';

/** A school's return: green code and a test no older than 48 hours; dated, with words in both languages. */
export function school(change: Partial<DecisionTable> = {}): DecisionTable {
  const say = (zh: string, en: string) => ({ 'zh-CN': zh, en });
  return {
    id: 'school',
    name: '返校',
    say: say('返校', 'Return to school'),
    issue: {
      version: '3',
      from: '2022-11-14',
      until: '2022-11-30',
      issuer: say('县教育局', 'the county’s education bureau'),
      document: say('返校通知第 3 号', 'notice no. 3 of the return'),
      appeal: say('向县教育局申诉', 'appeal to the county’s education bureau'),
    },
    hitPolicy: 'FIRST',
    facts: [
      {
        name: 'code',
        type: 'string',
        say: say('健康码', 'the health code'),
        values: [
          { value: 'green', say: say('绿码', 'green') },
          { value: 'red', say: say('红码', 'red') },
        ],
      },
      { name: 'arrival', type: 'date and time', say: say('到校', 'arrival') },
      {
        name: 'reported',
        type: 'date and time',
        say: say('核酸阴性报告', 'a negative test reported'),
        values: [{ value: null, say: say('没有', 'none') }],
      },
    ],
    columns: [
      { expression: 'code', type: 'string', label: '码', values: '"green", "red"' },
      { expression: 'arrival - reported', type: 'days and time duration' },
    ],
    outputs: [
      {
        name: 'outcome',
        words: [
          { value: 'return', say: say('可以返校', 'may return') },
          { value: 'test', say: say('先做核酸', 'a test first') },
          { value: 'wait', say: say('暂缓', 'wait') },
        ],
      },
    ],
    annotations: ['why zh-CN', 'why en', 'do zh-CN', 'do en'],
    rules: [
      {
        id: 'red',
        when: ['"red"', '-'],
        gives: ['"wait"'],
        annotations: ['红码暂缓', 'a red code waits', '等转绿码', 'wait for green'],
      },
      { id: 'tested', when: ['-', '[duration("PT0S")..duration("PT48H")]'], gives: ['"return"'] },
      { id: 'untested', when: ['-', '-'], gives: ['"test"'] },
    ],
    ...change,
  };
}
