import type { PageLanguage } from '@liangbuwu/office/public/language.ts';

const zh = {
  told: '本班返校',
  staggered: { walk: '步行到校', car: '坐车到校', bus: '校车到校' },
  onlyIf: '答复变成“可以返校”后，按这个时间来。',
  ask: '有事问',
  teacher: (place: string) => `${place}班主任`,
  ring: '学校电话',
  meals: '在校吃什么',
  today: (day: string) => `今天（${day}）`,
  yesterday: (day: string) => `昨天（${day}）`,
  mealIs: (meal: string, what: string) => `${meal}：${what}`,
};
type CardWords = typeof zh;

const en: CardWords = {
  told: 'The class returns',
  staggered: { walk: 'On foot', car: 'By car', bus: 'By bus' },
  onlyIf: 'Once the answer is “may return”, come at this time.',
  ask: 'Whom to ask',
  teacher: (place) => `The class teacher of ${place}`,
  ring: 'The school’s telephone',
  meals: 'Meals at school',
  today: (day) => `Today (${day})`,
  yesterday: (day) => `Yesterday (${day})`,
  mealIs: (meal, what) => `${meal}: ${what}`,
};

export const cardWords: Record<PageLanguage, CardWords> = { 'zh-CN': zh, en };
