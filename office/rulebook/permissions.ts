import { say } from '../http/say.ts';
import type { PermissionList } from '../permission.ts';

export const rulebookPermissions: PermissionList = {
  'rulebook.read': {
    words: say('查看规则、试判', 'Read the rulebook and try its rules'),
    roles: [
      'administrator',
      'leader',
      'county-officer',
      'town-officer',
      'village-cadre',
      'volunteer',
      'education-officer',
      'school-officer',
      'class-teacher',
    ],
  },
  'rulebook.draft': {
    words: say('起草和提交规则', 'Draft and propose rules'),
    roles: ['administrator', 'county-officer', 'town-officer'],
  },
  'rulebook.publish': {
    words: say(
      '发布、退回规则，管理事实目录',
      'Publish rules or send them back, and keep the catalogue of facts',
    ),
    roles: ['administrator', 'county-officer'],
  },
};
