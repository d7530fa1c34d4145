import { defineMessages } from '@liangbuwu/ui/language/messages.ts';

/** Texts that all pages of the desk share. */
export const sharedMessages = defineMessages('gate', {
  'zh-CN': {
    gate: '卡口',
    day: '日期',
    invented: '虚构示例',
    outOfUse: '卡口“{{gate}}”已停用，不再签发可进它的通行证',
    closed: '{{gate}}（停用）',
    noGate: {
      title: '没有您能看到的卡口',
      note: '区县值班员在疫情等应急响应里设置卡口后，这里显示签发和核验。只有抗旱响应时，卡口什么也不查。',
    },
    kind: { person: '人员', vehicle: '车辆', delivery: '送货' },
    typed: '短码',
    in: '进',
    out: '出',
  },
  en: {
    gate: 'Gate',
    day: 'Day',
    invented: 'invented example',
    outOfUse: 'The gate “{{gate}}” is out of use: no pass is issued for it',
    closed: '{{gate}} (out of use)',
    noGate: {
      title: 'No gate within your reach',
      note: 'Once a county officer sets gates up in an epidemic response, passes and checks are shown here. In a drought alone a gate asks for nothing.',
    },
    kind: { person: 'Person', vehicle: 'Vehicle', delivery: 'Delivery' },
    typed: 'typed code',
    in: 'in',
    out: 'out',
  },
});
