import type { RefusalKind } from '../http/refusal.ts';
import { say } from '../http/say.ts';

export const keyDestroyed: RefusalKind = {
  code: 'key-destroyed',
  status: 410,
  cause: () =>
    say(
      '这次应急响应已结束，其个人信息已随密钥销毁，无法再读取或登记。',
      'This response has ended; its personal data was destroyed with its key and cannot be read or added to.',
    ),
  remedy: () =>
    say(
      '请查看汇总数；如仍需联系，请在新的应急响应中重新登记。',
      'Use the totals that remain; where contact is still needed, register anew in a new response.',
    ),
};

export const keyMissing: RefusalKind = {
  code: 'key-missing',
  status: 409,
  cause: () =>
    say(
      '数据目录的 keys 文件夹里没有这次应急响应的密钥。',
      "The response's key is not in the folder `keys` of the data folder.",
    ),
  remedy: () =>
    say(
      '请管理员放回 keys 文件夹（它不在数据库备份之内）；没有它，个人信息无法读取。',
      'Ask the administrator to put that folder back (it is in no backup of the database); without it personal data cannot be read.',
    ),
};

export const sealBroken: RefusalKind = {
  code: 'seal-broken',
  status: 409,
  cause: () =>
    say(
      '这条个人信息无法解开：它被改动过，或本属于另一条记录。',
      'This personal data does not open: it was altered, or belongs to another record.',
    ),
  remedy: () =>
    say(
      '请重新登记这一户的联系方式，并告知管理员。',
      "Register this household's contact again, and tell the administrator.",
    ),
};

export const keyAlreadyDestroyed: RefusalKind = {
  code: 'key-already-destroyed',
  status: 409,
  cause: () =>
    say(
      '这个编号的应急响应已结束，其密钥已销毁。',
      'A response of this id has ended, and its key was destroyed.',
    ),
  remedy: () => say('请用新的编号启动应急响应。', 'Open a response with a new id.'),
};

export const registerKeyMissing: RefusalKind = {
  code: 'register-key-missing',
  status: 409,
  cause: () =>
    say(
      '数据目录的 keys 文件夹里没有常住户台账的密钥，或不是原来那一把。',
      "The lasting register's key is not in the folder `keys` of the data folder, or is another one.",
    ),
  remedy: () =>
    say(
      '请管理员放回 keys 文件夹（它不在数据库备份之内）；没有它，姓名和电话无法读取，也不再登记新的。',
      'Ask the administrator to put that folder back (it is in no backup of the database); without it names and telephones cannot be read, and none are added.',
    ),
};
