import { say } from '@liangbuwu/office/http/say.ts';

export const rosterWords = {
  'campus.roster-read': say('查看留校值守', 'Read who stays on duty'),
  'campus.roster-people': say('登记留校的人', 'Staff who stay entered or removed'),
  'campus.roster-shift': say('排留校值守', 'Shift given or taken back'),
};
