import { ClusterError } from './cluster-error.ts';

/** PostgreSQL reads the files of its own major version only. */
export function refuseOtherMajor(version: string, ours: string): void {
  const theirs = version.trim().split('.')[0];
  if (theirs === ours) return;
  throw new ClusterError(
    'other-major-version',
    {
      'zh-CN': `数据属于 PostgreSQL ${theirs}，而内置的是 ${ours}。`,
      en: `The data belong to PostgreSQL ${theirs}; the embedded one is ${ours}.`,
    },
    {
      'zh-CN': '请用原版本启动，导出数据后再导入新版本（见 docs/real-use.md）。',
      en: 'Start the version that made them, dump them, and load the dump into this one (docs/real-use.md).',
    },
  );
}
