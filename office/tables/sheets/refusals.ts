import type { RefusalKind } from '../../http/refusal.ts';
import { say } from '../../http/say.ts';

export const sheetNotChecked: RefusalKind = {
  code: 'sheet-not-checked',
  status: 409,
  cause: () => say('这份表格还没有核对完。', 'The sheet has not been checked to its end.'),
  remedy: () => say('请先核对。', 'Check it first.'),
};

export const sheetUnderWay: RefusalKind = {
  code: 'sheet-under-way',
  status: 409,
  cause: () => say('这份表格已经开始写入。', 'The sheet has begun to be written to the register.'),
  remedy: () => say('请写完，或整表撤销。', 'Write it to its end, or take it back as a whole.'),
};

export const sheetOver: RefusalKind = {
  code: 'sheet-over',
  status: 409,
  cause: () =>
    say('这份表格已经撤销，或没有写入过。', 'The sheet was taken back, or never written.'),
  remedy: () => say('请重新读入。', 'Bring it again.'),
};
