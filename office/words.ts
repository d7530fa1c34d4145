import { type Say, say } from './http/say.ts';

/** What responses, commitments and plans write into the ledger, as a person reads it. */
export const officeWords = {
  'responses.opened': say('启动应急响应', 'Response opened'),
  'responses.clock-advanced': say('拨快演示时钟', 'Demonstration clock advanced'),
  'responses.facts-put': say('登记所据事实', 'Facts registered'),
  'responses.closed': say('结束应急响应', 'Response closed'),
  'commitments.proved': say('登记凭证', 'Proof recorded'),
  'commitments.resolved': say('认定不一致的凭证', 'Differing proofs resolved'),
  'plans.asked-for': say('要求编制计划', 'Plan asked for'),
  'plans.stop-asked': say('要求停止计算', 'Solving asked to stop'),
  'plans.renamed': say('计划改名', 'Plan renamed'),
  'plans.solved': say('计划算完', 'Plan solved'),
  'plans.stopped': say('计划停止计算，没有结果', 'Plan stopped without a result'),
  'plans.failed': say('计划计算失败', 'Plan failed'),
  'plans.published': say('发布计划', 'Plan published'),
} satisfies Record<string, Say>;
