import { describe, expect, it } from 'vitest';
import { asClusterError } from './cluster-error.ts';

describe('a fault of the file system or the server', () => {
  it.each([
    ['ENOSPC: no space left on device, write', 'disk-full'],
    ['PANIC:  could not write to file "pg_wal/xlogtemp.1": No space left on device', 'disk-full'],
    ['FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes', 'disk-full'],
    ["EACCES: permission denied, mkdir '/srv/data'", 'no-permission'],
    ['initdb: error: could not access directory "/x": Permission denied', 'no-permission'],
    ["EROFS: read-only file system, open '/srv/data/lock'", 'no-permission'],
    ['LOG:  starting\nFATAL:  could not map anonymous shared memory', 'server-failed'],
  ])('%s is %s', (text, code) => {
    const error = asClusterError(new Error(text), '/srv/data');
    expect(error).toMatchObject({ code, message: expect.not.stringContaining('\n') });
    expect(error.message).toContain('/srv/data');
  });

  it('names the grave line of a long log, not its last', () => {
    const error = asClusterError('LOG: a\nFATAL:  data directory is odd\nLOG: shut down', 'x');
    expect(error.say.en).toContain('data directory is odd');
    expect(error.say.en).not.toContain('shut down');
  });
});
