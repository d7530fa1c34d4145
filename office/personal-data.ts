import { say } from './http/say.ts';
import { countPeople, destroyPeople } from './people/store.ts';
import { destroyHouseholds } from './register/households/people-store.ts';
import {
  type CountedRows,
  lastingRows,
  type PersonalData,
  personalRows,
} from './responses/closing/personal-data.ts';
import { countSheetRows, destroySheets } from './tables/sheets/store.ts';

/** The office's own kinds of personal data that die with their response; each desk brings a list of its own. */
export const officePersonalData: readonly PersonalData[] = [
  {
    ...personalRows({
      kind: 'households',
      name: say('住户（联系人已加密）', 'Households, their contacts sealed'),
      table: 'register.household',
    }),
    destroy: destroyHouseholds,
  },
  personalRows({
    kind: 'changes',
    name: say('住户的修改记录', 'Changes of households'),
    table: 'tables.change',
    column: 'dies_with',
  }),
  {
    kind: 'sheet-rows',
    name: say('导入表格的行', 'Rows of imported sheets'),
    tables: ['tables.sheet', 'tables.sheet_row', 'tables.header'],
    count: countSheetRows,
    destroy: destroySheets,
  },
  personalRows({
    kind: 'resolution-reasons',
    name: say('认定数字时写的依据', 'What resolutions rest on, in words'),
    table: 'commitments.resolution_reason',
  }),
  personalRows({
    kind: 'objection-words',
    name: say('异议和答复的文字', 'Words of objections and answers'),
    table: 'responses.objection_words',
  }),
  // Last, since dropping a partition locks the room's tables. It takes its files with it: there is nothing to write anew.
  {
    kind: 'people',
    name: say('人员和他们的信息（已加密）', 'People and the facts about them, sealed'),
    tables: [],
    count: countPeople,
    destroy: destroyPeople,
  },
];

/** What stays of a response for good: figures, ids and names of posts, nobody's home or telephone. */
export const officeLastingData: readonly CountedRows[] = [
  lastingRows({
    kind: 'ledger-entries',
    name: say('台账', 'Ledger entries'),
    table: 'ledger.entry',
  }),
  lastingRows({ kind: 'needs', name: say('需求', 'Needs'), table: 'commitments.need' }),
  lastingRows({ kind: 'promises', name: say('承诺', 'Promises'), table: 'commitments.promise' }),
  lastingRows({ kind: 'proofs', name: say('凭证', 'Proofs'), table: 'commitments.proof' }),
  lastingRows({ kind: 'plans', name: say('计划', 'Plans'), table: 'plans.plan' }),
];
