import type { RefusalKind } from '../http/refusal.ts';
import { type Say, say } from '../http/say.ts';

export const rowRemoved: RefusalKind = {
  code: 'row-removed',
  status: 409,
  cause: () => say('这一条已被移出台账。', 'This entry has been taken off the register.'),
  remedy: () => say('请先撤销移除，再修改。', 'Undo its removal first, then change it.'),
};

export const nothingToUndo: RefusalKind = {
  code: 'nothing-to-undo',
  status: 409,
  cause: () => say('这次修改已经撤销，或不存在。', 'That change was undone already, or never was.'),
  remedy: () => say('请刷新修改记录。', 'Read the history again.'),
};

export const changedSince: RefusalKind<{ what: Say }> = {
  code: 'changed-since',
  status: 409,
  cause: ({ what }) =>
    say(`此后又有人改过：${what['zh-CN']}。`, `It was changed again since: ${what.en}.`),
  remedy: () =>
    say(
      '请先撤销之后的修改，或直接改成需要的内容。',
      'Undo the later change first, or edit it to what it should be.',
    ),
};
