import { createFormat } from '@liangbuwu/ui/language/format.ts';
import { startLanguage } from '@liangbuwu/ui/language/language.ts';
import type { Language } from '@liangbuwu/ui/language/messages.ts';
import { examples } from '../../contract.examples.ts';
import type { GapSheet, VillageGap } from '../../gap.ts';
import { type NoticeWords, noticeTexts } from '../messages/notice-texts.ts';
import type { Edition, Telling } from './compose.ts';
import type { Planned } from './village-day.ts';

const { sheet: example } = examples.getGap.output;
const [village] = example.villages;
const [point] = village?.points ?? [];
if (!village || !point) throw new Error('the example has no point');

type Short = { because: string; tier: 'survival' | 'basic' | 'full'; litres: number };

/** A village with these points; each has 100 people, 14.2 litres a person. */
export function villageOf(
  area: string,
  name: string,
  points: Record<string, { name: string; short?: Short }>,
): VillageGap {
  if (!village || !point) throw new Error('the example has no point');
  return {
    ...village,
    area,
    name,
    people: Object.keys(points).length * 100,
    perPerson: 14.2,
    points: Object.entries(points).map(([id, { name: called, short }]) => ({
      ...point,
      id,
      name: called,
      people: 100,
      perPerson: 14.2,
      short: short
        ? { ...short, say: { 'zh-CN': '', en: '' }, remedy: { 'zh-CN': '', en: '' } }
        : null,
    })),
  };
}

export const sheetOf = (...villages: VillageGap[]): GapSheet => ({ ...example, villages });

export const delivery = (point: string, from: number, of: Partial<Planned> = {}): Planned => ({
  id: `${point}-${from}`,
  point,
  from,
  to: from + 1800,
  litres: 4000,
  tanker: '洒水1号',
  withdrawn: false,
  ...of,
});

export const words = (language: Language): NoticeWords =>
  startLanguage({ bundles: [noticeTexts] }).getFixedT(
    language,
    noticeTexts.namespace,
  ) as unknown as NoticeWords;

const inForce: Edition = { state: 'in-force', version: 1 };

export const telling = (language: Language, of: Partial<Telling> = {}): Telling => ({
  t: words(language),
  format: createFormat(language),
  town: '古岳峰镇',
  day: '2022-11-10',
  now: 21_600,
  at: '2022-11-10 06:00',
  edition: inForce,
  ...of,
});
