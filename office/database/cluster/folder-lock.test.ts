import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { type FolderLock, lockFolder } from './folder-lock.ts';

test('a folder stays locked until it is released, though nobody keeps the lock in mind', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const folder = await mkdtemp(join(tmpdir(), 'liangbuwu 锁 '));
  try {
    const held: FolderLock[] = [await lockFolder(folder)];
    const kept = new WeakRef(held[0] as FolderLock);
    held.length = 0;
    for (let i = 0; i < 5; i += 1) {
      await pause(1);
      collect();
    }
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'folder-in-use' });
    await (kept.deref() as FolderLock).release();
    await (await lockFolder(folder)).release();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
