import { type Say, say } from './http/say.ts';

/** What responses, commitments and plans write into the ledger, as a person reads it. */
export const officeWords = {
  'responses.opened': say('启动应急响应', 'Response opened'),
  'responses.clock-advanced': say('拨快演示时钟', 'Demonstration clock advanced'),
  'responses.facts-put': say('登记所据事实', 'Facts registered'),
  'responses.closed': say('结束应急响应', 'Response closed'),
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
