import { say } from '@liangbuwu/office/http/say.ts';

export const reopeningWords = {
  'campus.reopening-begun': say('起草复学方案', 'Reopening plan begun'),
  'campus.reopening-changed': say('修改复学方案', 'Reopening plan changed'),
  'campus.reopening-submitted': say('提交复学方案', 'Reopening plan submitted'),
  'campus.reopening-withdrawn': say('撤回复学方案', 'Reopening plan withdrawn'),
  'campus.reopening-inspected': say('复学现场检查', 'Reopening inspected on the spot'),
  'campus.reopening-inspected-again': say('复学复查', 'Reopening inspected again'),
  'campus.reopening-assessed': say('指挥部评估复学方案', 'Reopening plan assessed'),
  'campus.reopening-approved': say('批准复学方案', 'Reopening plan approved'),
  'campus.reopening-sent-back': say('退回复学方案', 'Reopening plan sent back'),
  'campus.batch-made': say('安排返校批次', 'Batch of a return made'),
  'campus.batch-changed': say('修改返校批次', 'Batch of a return changed'),
  'campus.batch-announced': say('公告返校批次', 'Batch of a return announced'),
  'campus.batch-corrected': say('更正返校公告', 'Announcement of a return corrected'),
  'campus.announcement-read': say('家长回执', 'Announcement read by a parent'),
  'campus.code-given': say('给学校公开编号', 'Public code given to a school'),
  'campus.code-renewed': say('更换学校公开编号', 'Public code of a school changed'),
};
