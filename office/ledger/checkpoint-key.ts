import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { chmod, mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ledgerFolder } from './checkpoint-file.ts';

const privateFile = (dataFolder: string) => join(ledgerFolder(dataFolder), 'key.pem');
const publicFile = (dataFolder: string) => join(ledgerFolder(dataFolder), 'key.pub.pem');

/** The installation's signing key, made at the first start; for its owner's eyes. */
export async function openSigningKey(dataFolder: string): Promise<KeyObject> {
  await mkdir(ledgerFolder(dataFolder), { recursive: true, mode: 0o700 });
  const found = await read(privateFile(dataFolder));
  const pem =
    found ?? generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const key = createPrivateKey(pem);
  if (found === undefined) await write(privateFile(dataFolder), pem.toString(), 0o600);
  else await chmod(privateFile(dataFolder), 0o600);
  if ((await read(publicFile(dataFolder))) === undefined) {
    const pub = createPublicKey(key).export({ type: 'spki', format: 'pem' });
    await write(publicFile(dataFolder), pub.toString(), 0o644);
  }
  return key;
}

/** What checks a signature: enough for an auditor, who never needs the private key. */
export async function findPublicKey(dataFolder: string): Promise<KeyObject | undefined> {
  const pem = await read(publicFile(dataFolder));
  return pem === undefined ? undefined : createPublicKey(pem);
}

async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function write(path: string, text: string, mode: number): Promise<void> {
  const file = await open(path, 'w', mode);
  await file.writeFile(text);
  await file.sync();
  await file.close();
}
