import { id, text } from '@liangbuwu/office/http/fields.ts';
import { Say, say } from '@liangbuwu/office/http/say.ts';
import { FactValues, Purpose as RulePurpose } from '@liangbuwu/office/rulebook/rulebook.ts';
import { z } from 'zod';

export { FactValues };

/** The purpose of what is looked at as somebody comes: with a pass or without. */
export const atTheGate = 'at-the-gate' satisfies RulePurpose;

/** What passes are for. */
export const Purpose = RulePurpose.exclude([atTheGate]);
export type Purpose = z.infer<typeof Purpose>;

export const GateKind = z.enum(['site', 'village', 'school']);
export type GateKind = z.infer<typeof GateKind>;

/** Where passes are checked. Its number is the area that passes open; it is never given to another gate. */
export const Gate = z.strictObject({
  id,
  response: id,
  area: id,
  areaName: z.string(),
  name: text(40, 1),
  kind: GateKind,
  purposes: z.array(Purpose).min(1).max(4).describe('what people and vehicles pass it for'),
  number: z.int().min(1).max(255),
  place: id.nullable().describe('where it lies, a place that everybody sees; null: not said'),
  invented: z.boolean(),
});
export type Gate = z.infer<typeof Gate>;

/** A pass has room for a number; the bundle has the words for it. */
export const numberOfPurpose = (purpose: Purpose): number => Purpose.options.indexOf(purpose) + 1;

/** Whether it is a person or a vehicle that the rules of a purpose are about. */
export const isAboutVehicles = (purpose: Purpose): boolean => purpose === 'load-vehicle';

export const Direction = z.enum(['in', 'out']);
export type Direction = z.infer<typeof Direction>;

export const Verdict = z.enum(['green', 'amber', 'red']);
export type Verdict = z.infer<typeof Verdict>;

/** Why the one at the gate did not let somebody through. */
export const RefusalReason = z.enum([
  'pass',
  'no-pass',
  'document',
  'temperature',
  'mask',
  'disinfection',
  'seal',
  'rule',
  'other',
]);
export type RefusalReason = z.infer<typeof RefusalReason>;

export const refusalWords: Record<RefusalReason, Say> = {
  pass: say('通行证无效', 'The pass is not valid'),
  'no-pass': say('没有通行证', 'No pass'),
  document: say('人证不符', 'Not the person on the pass'),
  temperature: say('体温偏高', 'Temperature too high'),
  mask: say('没戴口罩', 'No mask'),
  disinfection: say('车辆没有消毒', 'Vehicle not disinfected'),
  seal: say('铅封不符', 'Seal numbers differ'),
  rule: say('不符合当日规定', 'Not by the rule of the day'),
  other: say('其他', 'Something else'),
};

/** What the one who is not let through does next: never just no. */
export const nextStepWords: Record<RefusalReason, Say> = {
  pass: say(
    '到签发点或打电话补办通行证，办好即可回来',
    'Have a new pass issued at the office or by telephone, then come back',
  ),
  'no-pass': say(
    '扫卡口的海报自己申请，或说明来意，由村（企业、学校）联系人在系统里代为申请',
    'Apply by the poster at the gate, or say what for: the contact of the village, plant or school applies for you',
  ),
  document: say('请本人带证件来，或由联系人来接', 'Come with the document, or be met by a contact'),
  temperature: say(
    '到旁边坐 10 分钟再测；仍偏高就去发热门诊，由值守员联系',
    'Sit for ten minutes and measure again; if still high, the gate calls the fever clinic',
  ),
  mask: say('戴上口罩就可以进，卡口备有口罩', 'Put a mask on; the gate has some'),
  disinfection: say(
    '开到消毒点，消毒登记后回来',
    'Drive to the disinfection point, then come back',
  ),
  seal: say('原地等候，由收货单位核对铅封号', 'Wait here; the receiver compares the seal numbers'),
  rule: say(
    '按规定办妥所缺事项后再来；有异议可找规定上写的申诉处',
    'See to what the rule asks for, then come back; the rule names where to appeal',
  ),
  other: say('请等候，值守员联系值班领导', 'Wait here; the gate calls the officer on duty'),
};

/** What a child is told instead for whom the school takes care. */
export const waitsAtSchool = say(
  '请孩子到等候处坐下，值守员叫学校的人来陪，由学校联系家长来接；不要让孩子自己回去',
  'The child sits in the waiting place: the gate calls the school, which rings a parent; no child goes back alone',
);

/** What the server finds that the phone could not know. */
export const Flag = z.enum([
  'revoked-meanwhile',
  'finds-otherwise',
  'two-gates',
  'let-through-red',
  'not-asked',
  'rule-unknown',
  'temperature-not-kept',
]);
export type Flag = z.infer<typeof Flag>;

export const flagWords: Record<Flag, Say> = {
  'revoked-meanwhile': say(
    '当时已吊销，手机还不知道',
    'Had been revoked; the phone did not know yet',
  ),
  'finds-otherwise': say('服务器核验结果与手机不同', 'The server finds otherwise than the phone'),
  'two-gates': say(
    '同一通行证短时间内在两个卡口使用',
    'The same pass at two gates within too short a time',
  ),
  'let-through-red': say('红色仍放行', 'Let through although red'),
  'not-asked': say(
    '规定要查的没有查全就放行',
    'Let through before all was looked at that the rule asks for',
  ),
  'rule-unknown': say(
    '手机当时没有这条规定，结果与规定不同',
    'The phone did not have the rule of that moment, which says otherwise',
  ),
  'temperature-not-kept': say(
    '没有监护人同意，体温未保存',
    'Temperature not kept: no guardian’s consent',
  ),
};

/** `answer`: it came of an answer, which is another one now. */
export const RevokeReason = z.enum([
  'left',
  'lost',
  'mistake',
  'rule-changed',
  'misused',
  'other',
  'answer',
]);
export type RevokeReason = z.infer<typeof RevokeReason>;
/** What somebody gives who revokes one. */
export const GivenReason = RevokeReason.exclude(['answer']);
export type GivenReason = z.infer<typeof GivenReason>;

export const revokeWords: Record<RevokeReason, Say> = {
  left: say('已离开，不再需要', 'Has left, not needed any more'),
  lost: say('遗失', 'Lost'),
  mistake: say('签发有误', 'Issued by mistake'),
  'rule-changed': say('规定有变', 'The rule has changed'),
  misused: say('冒用、转借', 'Misused or lent'),
  other: say('其他', 'Something else'),
  answer: say('返校答复或到校日变了', 'The answer or the day of return has changed'),
};

export const seconds = (at: string): number => Math.floor(Date.parse(at) / 1000);
