import { say } from '@liangbuwu/office/http/say.ts';
import type { PermissionList } from '@liangbuwu/office/permission.ts';

export const campusPermissions: PermissionList = {
  'campus.read': {
    words: say('查看学校和班级', 'See schools and classes'),
    roles: ['leader', 'county-officer', 'education-officer', 'school-officer', 'class-teacher'],
  },
  'campus.set-up': {
    words: say('登记学校', 'Set schools up'),
    roles: ['county-officer', 'education-officer'],
  },
  'campus.sampling': {
    words: say('安排采样', 'Plan sessions of sampling'),
    roles: ['education-officer', 'school-officer'],
  },
  'campus.classes': {
    words: say('登记班级', 'Set classes up'),
    roles: ['education-officer', 'school-officer'],
  },
  'campus.times': {
    words: say('查看错峰时间', 'See staggered times'),
    roles: ['leader', 'county-officer', 'education-officer', 'school-officer'],
  },
  'campus.times-plan': {
    words: say('排错峰时间', 'Stagger times'),
    roles: ['education-officer', 'school-officer'],
  },
};
