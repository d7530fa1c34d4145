import type { PermissionList } from '@liangbuwu/office/permission.ts';

export const waterPermissions: PermissionList = {
  'water.read': {
    words: { 'zh-CN': '查看缺水情况和送水安排', en: 'See who is short and what is promised' },
    roles: ['leader', 'county-officer', 'town-officer', 'village-cadre', 'driver'],
  },
  'water.registers': {
    words: {
      'zh-CN': '查阅水源、车辆、班次、供水点台账',
      en: 'Read the registers of sources, tankers, shifts and points',
    },
    roles: ['leader', 'county-officer', 'town-officer', 'village-cadre'],
  },
  'water.write': {
    words: {
      'zh-CN': '维护水源、车辆、班次、供水点台账',
      en: 'Keep the registers of sources, tankers, shifts and points',
    },
    roles: ['county-officer', 'town-officer'],
  },
  'water.measure': {
    words: { 'zh-CN': '登记村级水池水位', en: 'Record what stands in a village tank' },
    roles: ['county-officer', 'town-officer', 'village-cadre'],
  },
  'water.drive': {
    words: { 'zh-CN': '司机登记取水、送水', en: 'Record fills and deliveries as a driver' },
    roles: ['county-officer', 'town-officer', 'driver'],
  },
  'water.confirm': {
    words: {
      'zh-CN': '供水点确认收到多少水',
      en: 'Confirm at a point what water came',
    },
    roles: ['county-officer', 'town-officer', 'village-cadre'],
  },
  'water.board': {
    words: {
      'zh-CN': '查看执行看板和选站',
      en: 'See the day as it is carried out, and where stations would go',
    },
    roles: ['leader', 'county-officer', 'town-officer'],
  },
  'water.requests': {
    words: { 'zh-CN': '受理居民要水和反映的情况', en: 'Deal with what residents ask for' },
    roles: ['county-officer', 'town-officer', 'village-cadre'],
  },
  'water.visit': {
    words: { 'zh-CN': '送水到家登记', en: 'Carry water to doors' },
    roles: ['town-officer', 'village-cadre', 'volunteer'],
  },
  'water.plan': {
    words: { 'zh-CN': '编制送水计划', en: 'Make water plans' },
    roles: ['county-officer', 'town-officer'],
  },
  'water.publish': {
    words: { 'zh-CN': '发布送水计划', en: 'Publish water plans' },
    roles: ['county-officer', 'town-officer'],
  },
};
