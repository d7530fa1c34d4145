import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRollCall, sumOf } from './parse.ts';

const rows = (text: string) => parseRollCall(text).rows;
const figures = (text: string) =>
  rows(text).map(({ name, people, litres }) => [name, people, litres]);
const doubts = (text: string) => rows(text).flatMap((row) => row.doubts.map(({ is }) => is));

describe('a line of a roll-call', () => {
  test.each([
    ['1. 张三 4人 60升', ['张三', 4, 60]],
    ['2、李四家，5口，要两桶(每桶20L)', ['李四家', 5, 40]],
    ['３．王五　６人　９０升', ['王五', 6, 90]],
    ['4) 赵六，三口人，45升', ['赵六', 3, 45]],
    ['（5）钱七 十二口人 一百八十升', ['钱七', 12, 180]],
    ['⑥孙八家 2人 30L', ['孙八家', 2, 30]],
    ['7.周九4人60升', ['周九', 4, 60]],
    ['8 吴十 4 人 0.1 吨', ['吴十', 4, 100]],
    ['9. 郑婶 4人 半吨', ['郑婶', 4, 500]],
    ['10. 冯大爷 1人 1方水', ['冯大爷', 1, 1000]],
    ['11. 陈家大院 3个人 每人15升', ['陈家大院', 3, 45]],
    ['12. 卫嫂家 4口人 一人20升', ['卫嫂家', 4, 80]],
    ['13. 蒋叔 两口人 2桶每桶18.9升', ['蒋叔', 2, 38]],
    ['14. 沈家 五口 5桶20升的', ['沈家', 5, 100]],
    ['15. 韩家：4人，60公斤', ['韩家', 4, 60]],
    ['16. 杨老师 4人 60 l 谢谢村长', ['杨老师', 4, 60]],
    ['张三丰 4人 60升', ['张三丰', 4, 60]],
    ['1. 4人 60升 张三', ['张三', 4, 60]],
    ['17. 朱家 人口4 水60升', ['朱家', 4, 60]],
    ['18. 秦家4大2小 90升', ['秦家', 6, 90]],
    ['19. 尤家 二十口 三百升', ['尤家', 20, 300]],
    ['20. 许家 4人 1,000升', ['许家', 4, 1000]],
    ['21. 何家 4人 一桶20升', ['何家', 4, 20]],
    ['22. 吕家 4人 3桶60升', ['吕家', 4, 60]],
    ['23. 施家 2人 20升的3桶', ['施家', 2, 60]],
    ['24. 李四两口人 30升', ['李四', 2, 30]],
    ['25. 张大爷一人20升', ['张大爷', 1, 20]],
  ])('%s', (line, expected) => {
    expect(figures(line)).toEqual([expected]);
  });
});

describe('what is doubtful is said', () => {
  test.each([
    ['1. 张三 60升', 'no-people'],
    ['1. 张三 4人', 'no-litres'],
    ['1. 4人 60升', 'no-name'],
    ['1. 张三 4人 要3桶', 'size-unknown'],
    ['1. 张三 40人 600升', 'many-people'],
    ['1. 张三 4人 900升', 'much-water'],
    ['1. 张三 4人 8升', 'little-water'],
    ['1. 张三 4人 60升\n2. 张三 4人 60升', 'twice'],
    ['1. 张三 4人 60升 明天80升', 'two-figures'],
    ['1. 张三 4人 3桶 20升', 'two-figures'],
  ])('%s', (text, is) => {
    expect(doubts(text)).toContain(is);
  });

  test('and a line in order has no doubt', () => {
    expect(doubts('1. 张三 4人 60升\n2、李四家，5口，要两桶(每桶20L)')).toEqual([]);
  });
});

test('the lines around a roll-call are chatter and are left out, with their text', () => {
  const text = [
    '#接龙',
    '白壁村3组要水的报一下，格式：姓名 人数 升数',
    '',
    '1. 张三 4人 60升',
    '收到',
    '好的，辛苦村长了',
    '2. 李四 2人 30升',
  ].join('\n');
  const { rows: read, unread } = parseRollCall(text);
  expect(read.map(({ name }) => name)).toEqual(['张三', '李四']);
  expect(unread).toEqual([
    '白壁村3组要水的报一下，格式：姓名 人数 升数',
    '收到',
    '好的，辛苦村长了',
  ]);
});

test('an example line that the group leader wrote first is a row like any other, marked where doubled', () => {
  expect(figures('例 张三 4人 60升')).toEqual([['张三', 4, 60]]);
});

test('two households in one line, parted by a semicolon, are two rows', () => {
  expect(figures('1. 张三 4人 60升；2. 李四 2人 30升')).toEqual([
    ['张三', 4, 60],
    ['李四', 2, 30],
  ]);
});

test('the sum counts the rows that are taken', () => {
  const [one, two] = rows('1. 张三 4人 60升\n2. 李四 2人 30升');
  if (!one || !two) throw new Error('both lines are read');
  expect(sumOf([one, two])).toEqual({ homes: 2, people: 6, litres: 90 });
  expect(sumOf([{ ...one, people: null, litres: null }])).toEqual({
    homes: 1,
    people: 0,
    litres: 0,
  });
  expect(sumOf([])).toEqual({ homes: 0, people: 0, litres: 0 });
});

test('whatever is pasted, each line is a row, unread, or empty, and figures are whole and not negative', () => {
  const piece = fc.constantFrom(
    '1.',
    '2、',
    '张三',
    '李四家',
    '4人',
    '三口',
    '60升',
    '两桶',
    '每桶20L',
    '，',
    ' ',
    '\n',
    '；',
    '１２',
    '半吨',
    '(',
    ')',
    '#接龙',
    '🙏',
    '-5升',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { rows: read } = parseRollCall(pieces.join(''));
      for (const { people, litres } of read) {
        expect(people === null || (Number.isInteger(people) && people >= 0)).toBe(true);
        expect(litres === null || (Number.isInteger(litres) && litres >= 0)).toBe(true);
      }
    }),
  );
});
