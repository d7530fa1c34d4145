import { type Say, say } from './http/say.ts';

/** What responses, commitments and plans write into the ledger, as a person reads it. */
export const officeWords = {
  'responses.opened': say('启动应急响应', 'Response opened'),
  'responses.clock-advanced': say('拨快演示时钟', 'Demonstration clock advanced'),
  'responses.facts-put': say('登记所据事实', 'Facts registered'),
  'responses.closing-proposed': say('提议结束应急响应', 'Closing of the response proposed'),
  'responses.closing-withdrawn': say('撤回结束的提议', 'Proposal to close withdrawn'),
  'responses.closing-objected': say('对结束提出异议', 'Closing objected to'),
  'responses.objection-withdrawn': say('撤回异议', 'Objection withdrawn'),
  'responses.objection-overruled': say('驳回异议', 'Objection overruled'),
  'responses.closed': say('确认结束应急响应', 'Response closed'),
  'responses.certified': say('密钥已销毁，出具销毁证明', 'Key destroyed and certified'),
  'responses.destroyed-again': say(
    '备份带回的个人信息再次销毁',
    'What a backup brought back was destroyed again',
  ),
  'commitments.proved': say('登记凭证', 'Proof recorded'),
  'commitments.resolved': say('认定不一致的凭证', 'Differing proofs resolved'),
  'rulebook.set-saved': say('建立规则或改名', 'Rule-set made or renamed'),
  'rulebook.drafted': say('起草规则', 'Rules drafted'),
  'rulebook.discarded': say('丢弃规则草稿', 'Draft of rules discarded'),
  'rulebook.proposed': say('提交规则', 'Rules proposed'),
  'rulebook.sent-back': say('退回规则', 'Rules sent back'),
  'rulebook.published': say('发布规则', 'Rules published'),
  'rulebook.fact-saved': say(
    '登记或修改规则可用的事实',
    'Fact that rules may use entered or changed',
  ),
  'plans.asked-for': say('要求编制计划', 'Plan asked for'),
  'plans.stop-asked': say('要求停止计算', 'Solving asked to stop'),
  'plans.renamed': say('计划改名', 'Plan renamed'),
  'plans.solved': say('计划算完', 'Plan solved'),
  'plans.stopped': say('计划停止计算，没有结果', 'Plan stopped without a result'),
  'plans.failed': say('计划计算失败', 'Plan failed'),
  'plans.published': say('发布计划', 'Plan published'),
} satisfies Record<string, Say>;
