import type { PermissionList } from '../permission.ts';

export const registerPermissions: PermissionList = {
  'register.read': {
    words: {
      'zh-CN': '查看基础台账（区划、地点、户数、水井、路程，不含姓名和电话）',
      en: 'Read the register: areas, places, households without names, wells, drive times',
    },
    roles: [
      'administrator',
      'leader',
      'county-officer',
      'town-officer',
      'village-cadre',
      'education-officer',
    ],
  },
  'register.write': {
    words: {
      'zh-CN': '维护基础台账（不含联系人）',
      en: 'Keep the register, contacts excepted',
    },
    roles: ['administrator', 'county-officer', 'town-officer', 'village-cadre'],
  },
  'register.people': {
    words: {
      'zh-CN': '查看和登记住户的联系人与电话，维护常住人员，把常住户带入响应',
      en: "See and register households' contacts and phones; keep who lives where, and bring it into a response",
    },
    roles: ['county-officer', 'town-officer', 'village-cadre'],
  },
};
