import { type Say, say } from '../http/say.ts';

/** What this room writes into the ledger, as a person reads it. */
export const peopleWords = {
  'people.registered': say('登记人员', 'Person registered'),
  'people.identity-changed': say('修改人员身份信息', "Person's identity changed"),
  'people.fact-recorded': say('登记人员信息', 'Fact about a person recorded'),
  'people.fact-corrected': say('更正人员信息', 'Fact about a person corrected'),
  'people.read': say('查看人员信息', 'Person read'),
  'people.read-for-rule': say('按规则核对多人', 'Many held against a rule'),
  'people.names-read': say('查看多人姓名', 'Names of many read'),
  'people.looked-for': say('查找人员（没有找到）', 'Person looked for, not found'),
  'people.removed': say('删除人员', 'Person removed'),
} satisfies Record<string, Say>;
