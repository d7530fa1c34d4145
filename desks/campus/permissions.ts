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
  'campus.plans': {
    words: say('查看复学方案和返校批次', 'See reopening plans and batches'),
    roles: ['leader', 'county-officer', 'education-officer', 'school-officer'],
  },
  'campus.plan': {
    words: say('编制、提交复学方案', 'Draft and submit a reopening plan'),
    roles: ['school-officer'],
  },
  'campus.inspect': {
    words: say('登记复学现场检查', 'Record an inspection before reopening'),
    roles: ['county-officer', 'education-officer'],
  },
  'campus.assess': {
    words: say('评估复学方案', 'Assess a reopening plan'),
    roles: ['county-officer'],
  },
  'campus.approve': {
    words: say('批准复学方案', 'Approve a reopening plan'),
    roles: ['education-officer'],
  },
  'campus.send-back': {
    words: say('退回复学方案', 'Send a reopening plan back'),
    roles: ['county-officer', 'education-officer'],
  },
  'campus.batches': {
    words: say('安排和公告返校批次', 'Make and announce batches that return'),
    roles: ['school-officer'],
  },
};
