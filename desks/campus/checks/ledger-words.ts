import { say } from '@liangbuwu/office/http/say.ts';

export const checkWords = {
  'campus.check-done': say('登记晨午晚检', 'Check of a class recorded'),
  'campus.check-corrected': say('更正晨午晚检', 'Check of a class corrected'),
  'campus.exceptions-read': say('查看检查中的例外', 'Read who was not in order'),
  'campus.case-opened': say('检查发现症状，开始处置', 'Case opened by a check'),
  'campus.case-read': say('查看一件症状是谁', 'Read whom a case is about'),
  'campus.case-step': say('登记症状处置的一步', 'Step of a case recorded'),
};
