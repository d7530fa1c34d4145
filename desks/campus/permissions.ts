import { say } from '@liangbuwu/office/http/say.ts';
import type { PermissionList } from '@liangbuwu/office/permission.ts';

export const campusPermissions: PermissionList = {
  'campus.read': {
    words: say('查看学校和班级', 'See schools and classes'),
    roles: [
      'leader',
      'county-officer',
      'education-officer',
      'school-officer',
      'class-teacher',
      'subject-teacher',
      'counsellor',
      'dormitory-keeper',
    ],
  },
  'campus.set-up': {
    words: say('登记学校', 'Set schools up'),
    roles: ['county-officer', 'education-officer'],
  },
  'campus.sampling': {
    words: say('安排采样', 'Plan sessions of sampling'),
    roles: ['education-officer', 'school-officer'],
  },
  'campus.sampling-run': {
    words: say(
      '采样：叫号、采样、登记结果、跟进阳性',
      'Run sampling: call, take samples, record results, follow positives up',
    ),
    roles: ['school-officer'],
  },
  'campus.classes': {
    words: say('登记班级', 'Set classes up'),
    roles: ['education-officer', 'school-officer'],
  },
  'campus.pupils': {
    words: say(
      '登记本班（本校）学生，给家庭链接，代报，查看谁可以返校、返校日谁到了、没放行的在哪里',
      'Enter the pupils of the own class or school, give links, report for them, see who may return, who came, and where the others are',
    ),
    roles: ['school-officer', 'class-teacher'],
  },
  'campus.checks': {
    words: say(
      '登记本班（本校）的晨午晚检，处置症状',
      'Record the morning, noon and evening checks of the own class or school, and handle symptoms',
    ),
    roles: ['school-officer', 'class-teacher'],
  },
  'campus.parents': {
    words: say(
      '回答家长问学校的问题，公开回答',
      'Answer what parents ask the school, publish answers',
    ),
    roles: ['school-officer', 'class-teacher'],
  },
  'campus.menu': {
    words: say('登记菜单和给家长打的电话', 'Enter menus and the telephone for parents'),
    roles: ['school-officer'],
  },
  'campus.counsel': {
    words: say(
      '心理辅导：查看本校的约谈请求，约时间（只有授在本校的“心理辅导员”能看）',
      'Counsel: read the requests to talk of the own school, appoint; only with the role of counsellor in that very school',
    ),
    roles: ['counsellor'],
  },
  'campus.care-ask': {
    words: say('替学生约心理辅导员', 'Ask the counsellor for a pupil'),
    roles: ['class-teacher'],
  },
  'campus.care': {
    words: say(
      '编每天的广播，查看约谈件数（1 到 4 件不显示）',
      'Make the day’s broadcast programme; see how many requests to talk there are, 1 to 4 not told',
    ),
    roles: ['school-officer', 'counsellor'],
  },
  'campus.roster': {
    words: say('登记自愿留校的人，排值守', 'Enter staff who stay, and give them shifts'),
    roles: ['school-officer'],
  },
  'campus.plans': {
    words: say('查看复学方案和返校批次', 'See reopening plans and batches'),
    roles: ['leader', 'county-officer', 'education-officer', 'school-officer'],
  },
  'campus.overview': {
    words: say(
      '查看各校复学情况：人数和原因，没有姓名',
      'See how far schools are: how many have which answer and why, no names',
    ),
    roles: ['leader', 'county-officer', 'education-officer'],
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
  'campus.times': {
    words: say('查看错峰时间', 'See staggered times'),
    roles: ['leader', 'county-officer', 'education-officer', 'school-officer'],
  },
  'campus.times-plan': {
    words: say('排错峰时间', 'Stagger times'),
    roles: ['education-officer', 'school-officer'],
  },
  'campus.lessons': {
    words: say(
      '查看课程表，今天谁在教室、谁在家听课',
      'See lesson plans, and who is in the room and who at home today',
    ),
    roles: ['school-officer', 'class-teacher', 'subject-teacher'],
  },
  'campus.lesson-plan': {
    words: say(
      '编课程表，登记今天谁在家，定导师',
      'Make a lesson plan, say who is at home today, name mentors',
    ),
    roles: ['school-officer', 'class-teacher'],
  },
  'campus.lesson-times': {
    words: say('定学校的作息和听课链接', 'Set a school’s periods, and the links of lessons'),
    roles: ['school-officer'],
  },
  'campus.mentor': {
    words: say('做导师：答复家长问自己的问题', 'Be a mentor: answer what families ask'),
    roles: ['subject-teacher'],
  },
  'campus.zone': {
    words: say('管理接驳区', 'Run the transfer zone'),
    roles: ['school-officer'],
  },
  'campus.carry': {
    words: say('搬运和签收包裹', 'Carry parcels and sign for them'),
    roles: ['school-officer', 'dormitory-keeper'],
  },
  'campus.rooms': {
    words: say(
      '查看宿舍房间和一栋楼里谁睡哪里，登记床品换洗',
      'See rooms and who sleeps where in a building, record bedding that was changed',
    ),
    roles: ['school-officer', 'dormitory-keeper'],
  },
  'campus.rooms-assign': {
    words: say('登记宿舍房间，排床位', 'Enter rooms and give beds'),
    roles: ['school-officer'],
  },
  'campus.stores': {
    words: say('查看封闭学校的物资', 'See a sealed school’s stores'),
    roles: ['leader', 'county-officer', 'education-officer', 'school-officer'],
  },
  'campus.stores-keep': {
    words: say(
      '管理封闭学校的物资：盘点、提需求、登记承诺和到货',
      'Keep a sealed school’s stores: count, ask for, record what is promised and what comes',
    ),
    roles: ['school-officer'],
  },
};
