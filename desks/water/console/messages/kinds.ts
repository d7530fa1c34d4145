import type { Format } from '@liangbuwu/ui/language/format.ts';
import { defineMessages } from '@liangbuwu/ui/language/messages.ts';
import type { PointKind } from '../../water.ts';

/** What is counted at a point, by its kind. */
export const kindMessages = defineMessages('water-kinds', {
  'zh-CN': {
    kind: {
      village: '村民',
      clinic: '卫生院',
      school: '学校',
      'elderly-home': '敬老院',
      livestock: '牲畜',
    },
    head: {
      village: '{{many}} 人',
      clinic: '{{many}} 张床位',
      school: '{{many}} 名学生',
      'elderly-home': '{{many}} 人',
      livestock: '{{many}} 头',
    },
    heads: {
      village: '{{many}} 人',
      clinic: '{{many}} 张床位',
      school: '{{many}} 名学生',
      'elderly-home': '{{many}} 人',
      livestock: '{{many}} 头',
    },
    each: {
      village: '人均 {{litres}} 升',
      clinic: '每床 {{litres}} 升',
      school: '每名学生 {{litres}} 升',
      'elderly-home': '人均 {{litres}} 升',
      livestock: '每头 {{litres}} 升',
    },
    perHead: {
      village: '{{litres}} 升/人',
      clinic: '{{litres}} 升/床',
      school: '{{litres}} 升/学生',
      'elderly-home': '{{litres}} 升/人',
      livestock: '{{litres}} 升/头',
    },
    measured: {
      village: '人均（升）',
      clinic: '每床（升）',
      school: '每名学生（升）',
      'elderly-home': '人均（升）',
      livestock: '每头（升）',
    },
    floor: '{{label}} {{litres}}',
    comma: '、',
  },
  en: {
    kind: {
      village: 'Village',
      clinic: 'Clinic',
      school: 'School',
      'elderly-home': 'Home for the old',
      livestock: 'Livestock',
    },
    head: {
      village: '{{many}} person',
      clinic: '{{many}} bed',
      school: '{{many}} pupil',
      'elderly-home': '{{many}} person',
      livestock: '{{many}} animal',
    },
    heads: {
      village: '{{many}} people',
      clinic: '{{many}} beds',
      school: '{{many}} pupils',
      'elderly-home': '{{many}} people',
      livestock: '{{many}} animals',
    },
    each: {
      village: '{{litres}} L a person',
      clinic: '{{litres}} L a bed',
      school: '{{litres}} L a pupil',
      'elderly-home': '{{litres}} L a person',
      livestock: '{{litres}} L an animal',
    },
    perHead: {
      village: '{{litres}} L a person',
      clinic: '{{litres}} L a bed',
      school: '{{litres}} L a pupil',
      'elderly-home': '{{litres}} L a person',
      livestock: '{{litres}} L an animal',
    },
    measured: {
      village: 'L a person',
      clinic: 'L a bed',
      school: 'L a pupil',
      'elderly-home': 'L a person',
      livestock: 'L an animal',
    },
    floor: '{{label}} {{litres}}',
    comma: ', ',
  },
});

type KindWords = ReturnType<typeof kindMessages.use>;

/** 1,126 people, 12 beds, one animal. */
export const headsOf = (t: KindWords, format: Format, kind: PointKind, count: number): string =>
  t(`${count === 1 ? 'head' : 'heads'}.${kind}`, { many: format.number(count) });
