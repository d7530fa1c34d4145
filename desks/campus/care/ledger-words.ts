import { say } from '@liangbuwu/office/http/say.ts';

/** Of which request, and that one was sent, no entry tells: few are, and somebody could be guessed. */
export const careLedgerWords = {
  'campus.care-read': say('心理辅导员查看约谈请求', 'Counsellor read a request to talk'),
  'campus.care-step': say('心理辅导员登记一步', 'Counsellor recorded a step'),
  'campus.counselling-set': say('设置心理辅导', 'Counselling set up'),
  'campus.programme-saved': say('保存广播安排', 'Broadcast programme saved'),
};
