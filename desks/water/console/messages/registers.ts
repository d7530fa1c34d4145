import { defineMessages } from '@liangbuwu/ui/language/messages.ts';

export const registerMessages = defineMessages('water-registers', {
  'zh-CN': {
    title: '基础台账',
    lead: '编制计划、选站所依据的水源、车辆、司机、班次、供水点和候选点；每次修改都记入台账，可以撤销。',
    householdsLead:
      '本次响应登记的住户：只写门牌，不写姓名；响应结束即销毁。每次修改都记入台账，可以撤销。',
    noResponse: '住户只为一次应急响应登记；启动响应后在这里登记。',
    differing: {
      found: '供水点人数对不上',
      means: '编制计划用的人数，和登记到这里的住户人数相差超过五分之一（且多于 10 人）。',
      todo: '点开供水点看住户：补登漏掉的，或改正供水点的人数。',
      count: '{{count}} 个点',
      point: '供水点',
      village: '村',
      planned: '计划人数',
      registered: '住户人数合计',
      households: '户数',
      most: '列出相差最大的 {{shown}} 个，共 {{total}} 个。',
    },
  },
  en: {
    title: 'Registers',
    lead: 'The sources, tankers, drivers, shifts, points and sites that plans and siting rest on; every change is in the ledger and can be undone.',
    householdsLead:
      'Households of this response: house numbers, never names; destroyed when it ends. Every change is in the ledger and can be undone.',
    noResponse:
      'Households are registered for one response only; they are entered here once one is under way.',
    differing: {
      found: 'Points whose people do not add up',
      means:
        'The people that plans count and those of the households differ by more than a fifth (and by more than 10).',
      todo: 'Open the point to see its households: enter who is missing, or correct the point’s figure.',
      count: '{{count}} points',
      count_one: '{{count}} point',
      point: 'Point',
      village: 'Village',
      planned: 'Planned for',
      registered: 'People of its households',
      households: 'Households',
      most: 'The {{shown}} that differ most, of {{total}}.',
    },
  },
});
