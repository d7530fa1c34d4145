import type { Say } from './http/say.ts';

/** What a room lets people do, in words, and which of the usual roles may do it unless an administrator says otherwise. */
export interface PermissionList {
  [permission: `${string}.${string}`]: { words: Say; roles: readonly UsualRole[] };
}

export type UsualRole =
  | 'administrator'
  | 'leader'
  | 'county-officer'
  | 'town-officer'
  | 'village-cadre'
  | 'driver'
  | 'volunteer'
  | 'gate-keeper'
  | 'education-officer'
  | 'school-officer'
  | 'class-teacher'
  | 'subject-teacher'
  | 'counsellor'
  | 'dormitory-keeper';

export const usualRoles: Record<UsualRole, Say> = {
  administrator: { 'zh-CN': '管理员', en: 'Administrator' },
  leader: { 'zh-CN': '领导（只读）', en: 'Leader (reads only)' },
  'county-officer': { 'zh-CN': '区县值班员', en: 'County duty officer' },
  'town-officer': { 'zh-CN': '乡镇干部', en: 'Town officer' },
  'village-cadre': { 'zh-CN': '村干部', en: 'Village cadre' },
  driver: { 'zh-CN': '司机', en: 'Driver' },
  volunteer: { 'zh-CN': '志愿者', en: 'Volunteer' },
  'gate-keeper': { 'zh-CN': '卡口值守员', en: 'Gate keeper' },
  'education-officer': { 'zh-CN': '教育局干部', en: 'Education officer' },
  'school-officer': { 'zh-CN': '学校管理员', en: 'School administrator' },
  'class-teacher': { 'zh-CN': '班主任', en: 'Class teacher' },
  'subject-teacher': { 'zh-CN': '任课教师', en: 'Subject teacher' },
  counsellor: { 'zh-CN': '心理辅导员', en: 'School counsellor' },
  'dormitory-keeper': { 'zh-CN': '接驳区搬运、宿舍值守', en: 'Carrier or dormitory keeper' },
};
