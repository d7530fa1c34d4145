import { expect, test } from 'vitest';
import { personalSigns } from './personal-signs.ts';
import { mostLike } from './similar.ts';

const answered = [
  '核酸报告要多久以内的？',
  '住校生哪天可以回家拿衣服？',
  '家长的车能开到校门口吗？',
  'Which gate does grade 9 use?',
];
const like = (text: string) => mostLike(text, answered, (one) => one);

test('what was answered is found by the words in common', () => {
  expect(like('请问核酸要几小时内的')).toEqual([answered[0]]);
  expect(like('孩子住校，想回家拿点衣服可以吗')).toEqual([answered[1]]);
  expect(like('送孩子的车停在校门口哪里')).toEqual([answered[2]]);
  expect(like('which GATE for grade 9')).toEqual([answered[3]]);
});

test('what has only common words in common, or none, is not offered', () => {
  expect(like('请问孩子什么时候可以打疫苗')).toEqual([]);
  expect(like('Can my child do it?')).toEqual([]);
  expect(like('？？')).toEqual([]);
});

test('numbers that are somebody’s are seen, however they are typed; days and times are not', () => {
  expect(personalSigns('打 138 0733-0017 或 １３８０７３３００１７')).toEqual([
    { kind: 'mobile', found: '138 0733-0017' },
    { kind: 'mobile', found: '13807330017' },
  ]);
  expect(personalSigns('身份证43020220050312001X').map(({ kind }) => kind)).toEqual(['id-number']);
  expect(personalSigns('学校 0731-28280000').map(({ kind }) => kind)).toEqual(['telephone']);
  expect(personalSigns('2022年11月17日 07:20–07:35，48小时内，编号 20221117')).toEqual([]);
});
