import { describe, expect, it } from 'vitest';
import { labelKey, labelOrder, labelSound } from './label-key.ts';

describe('a house number', () => {
  it.each([
    ['3组16户', ['三组十六号', '３组十六户', ' 3 组 16 户 ', '第3组016户', '3組16號', '三小组⑯户']],
    ['12组102号', ['十二组一百零二户', '一十二组一〇二号']],
    ['20组', ['二十组', '2０村民小组']],
    ['3-16号', ['三—十六', '３－１６']],
    ['李家湾8号', ['李家湾八户', '李家湾（8）']],
  ])('%s is the same however it is written', (label, others) => {
    for (const other of others) expect(labelKey(other), other).toBe(labelKey(label));
  });

  it.each([
    ['3组16户', '31组6户'],
    ['3-16号', '316号'],
    ['16号1室', '161室'],
    ['二十组', '2组'],
    ['上村3组', '下村3组'],
  ])('%s is not %s', (label, other) => {
    expect(labelKey(label)).not.toBe(labelKey(other));
  });

  it('is the same with its village before it and without, and with no other', () => {
    expect(labelKey('白壁村3组16户', '白壁村')).toBe(labelKey('3组16户', '白壁村'));
    expect(labelKey('白壁3组16户', '白壁村')).toBe(labelKey('3组16户', '白壁村'));
    expect(labelKey('三门村3组16户', '三门村')).toBe(labelKey('3组16户', '三门村'));
    expect(labelKey('上村3组16户', '白壁村')).not.toBe(labelKey('3组16户', '白壁村'));
    expect(labelKey('白壁村', '白壁村')).not.toBe('');
  });

  it('is never nothing', () => {
    expect(labelKey('——')).not.toBe('');
  });

  it('comes before another as a person would sort them', () => {
    const sorted = ['白壁村3组2户', '白壁村三组10户', '白壁村11组1户', '红旗村1组1户'];
    const by = (a: string, b: string) => (labelOrder(a) < labelOrder(b) ? -1 : 1);
    expect(sorted.toReversed().sort(by)).toEqual(sorted);
  });

  it('sounds as another that is written otherwise', () => {
    const sound = (label: string) => labelSound(labelKey(label));
    expect(sound('李家湾8号')).toBe(sound('李家弯八号'));
    expect(sound('李家湾8号')).not.toBe(sound('李家坝8号'));
  });
});
