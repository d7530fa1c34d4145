/** A fault that stops the bootstrap: one line, Chinese and English, with what to do about it. */
export class Fault extends Error {
  constructor(zh, en, status = 1) {
    super(`${zh} | ${en}`);
    this.status = status;
  }
}

const causes = [
  [
    /ENOSPC|no space left/i,
    '磁盘空间不足：请腾出至少 2 GB 后重试。',
    'The disk is full: free 2 GB or more and try again.',
  ],
  [
    /EACCES|EPERM|EROFS|permission denied|read-only file system/i,
    '没有写权限：请用拥有此文件夹的用户启动。',
    'No permission to write: start as the user who owns this folder.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT|network/i,
    '连不上 npm 软件源：请联网，或用 npm config set registry 换一个连得上的源，然后重试。',
    'The npm registry is out of reach: go online, or set one that you can reach with npm config set registry, then try again.',
  ],
  [
    /EUSAGE|package-lock|lock ?file/i,
    'package-lock.json 与 package.json 不一致：请用 git checkout 还原这两个文件。',
    'package-lock.json and package.json disagree: restore both with git checkout.',
  ],
];

/** Names what a failed file operation or npm complained of. */
export function asFault(error, doingZh, doingEn) {
  if (error instanceof Fault) return error;
  const text = error instanceof Error ? error.message : String(error);
  const known = causes.find(([pattern]) => pattern.test(text));
  const [zh, en] = known?.slice(1) ?? ['', ''];
  return new Fault(
    `${doingZh}：失败。${zh || '请按括号中的提示处理后重试。'}`,
    `${doingEn}: failed. ${en || 'Put right what it says and try again.'} (${firstLines(text)})`,
  );
}

function firstLines(text) {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^npm (ERR!|error) ?/, '').trim())
    .filter(
      (line) =>
        line && !/^(code|syscall|errno|path) |complete log of this run|debug-0\.log/.test(line),
    );
  return lines.slice(0, 3).join('; ').slice(0, 400);
}
