export interface BothLanguages {
  'zh-CN': string;
  en: string;
}

export type ClusterErrorCode =
  | 'backup-damaged'
  | 'backup-failed'
  | 'backup-target-in-use'
  | 'binaries-missing'
  | 'binaries-unusable'
  | 'cluster-missing'
  | 'cluster-of-another-folder'
  | 'disk-full'
  | 'external-database'
  | 'folder-in-use'
  | 'folder-not-empty'
  | 'no-permission'
  | 'no-server-user'
  | 'not-a-backup'
  | 'other-major-version'
  | 'other-platform'
  | 'password-refused'
  | 'restore-unfinished'
  | 'server-failed'
  | 'server-too-slow';

/** Why the embedded database can't do what was asked; the message is one line, Chinese before English. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';
  readonly code: ClusterErrorCode;
  readonly say: BothLanguages;
  readonly remedy: BothLanguages;

  constructor(
    code: ClusterErrorCode,
    say: BothLanguages,
    remedy: BothLanguages,
    options?: ErrorOptions,
  ) {
    super(`${say['zh-CN']}${remedy['zh-CN']} | ${say.en} ${remedy.en} [${code}]`, options);
    this.code = code;
    this.say = say;
    this.remedy = remedy;
  }
}

const fullDisk =
  /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded|wrote only \d+ of \d+ bytes/;
const forbidden =
  /EACCES|EPERM|EROFS|Permission denied|Operation not permitted|Read-only file system/;

/** Names what a failed file operation, initdb or server complained of. */
export function asClusterError(cause: unknown, where: string): ClusterError {
  if (cause instanceof ClusterError) return cause;
  const text = lastLines(cause instanceof Error ? cause.message : String(cause));
  if (fullDisk.test(text)) {
    return new ClusterError(
      'disk-full',
      { 'zh-CN': `磁盘空间不足：${where}。`, en: `The disk is full: ${where}.` },
      {
        'zh-CN': '请腾出空间（至少 500 MB）后重新启动；已有数据不会丢失。',
        en: 'Free some space (500 MB at least) and start again; nothing stored is lost.',
      },
      { cause },
    );
  }
  if (forbidden.test(text)) {
    return new ClusterError(
      'no-permission',
      {
        'zh-CN': `没有权限读写 ${where}：${text}。`,
        en: `No permission to read or write ${where}: ${text}.`,
      },
      {
        'zh-CN': '请用原先启动它的用户启动，或用 LIANGBUWU_DATA 指定一个可写的文件夹。',
        en: 'Start as the user who started it before, or name a writable folder in LIANGBUWU_DATA.',
      },
      { cause },
    );
  }
  return new ClusterError(
    'server-failed',
    { 'zh-CN': `内置数据库无法运行：${text}。`, en: `The embedded database can't run: ${text}.` },
    { 'zh-CN': `详情见 ${where}。`, en: `Details are in ${where}.` },
    { cause },
  );
}

const serverPrefix = /^\S+ \S+ \S+ \[\d+\] /;

function lastLines(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.replace(serverPrefix, '').trim())
    .filter(Boolean);
  const grave = lines.filter((line) => /FATAL|PANIC|error:|ERROR|E[A-Z]{3,}:/.test(line));
  return (grave.length > 0 ? grave : lines).slice(-2).join('; ').replace(/\.$/, '');
}
