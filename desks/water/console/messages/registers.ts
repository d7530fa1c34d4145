import { defineMessages } from '@liangbuwu/ui/language/messages.ts';

export const registerMessages = defineMessages('water-registers', {
  'zh-CN': {
    title: '基础台账',
    lead: '编制计划所依据的水源、车辆、司机、班次和供水点；每次修改都记入台账，可以撤销。',
  },
  en: {
    title: 'Registers',
    lead: 'The sources, tankers, drivers, shifts and points that plans rest on; every change is in the ledger and can be undone.',
  },
});
