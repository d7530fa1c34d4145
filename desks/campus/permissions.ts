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
  'campus.classes': {
    words: say('登记班级', 'Set classes up'),
    roles: ['education-officer', 'school-officer'],
  },
  'campus.pupils': {
    words: say(
      '登记本班（本校）学生，给家庭链接，代报，查看谁可以返校',
      'Enter the pupils of the own class or school, give links, report for them, see who may return',
    ),
    roles: ['school-officer', 'class-teacher'],
  },
};
