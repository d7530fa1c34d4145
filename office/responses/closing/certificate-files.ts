import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { id } from '../../http/fields.ts';
import { createOnce, makeKeyFolder } from '../../keys/key-file.ts';
import type { Certificate } from './certificate.contract.ts';
import { publicKeyOf, readCertificateText } from './certificate.ts';

/** What lies beside the responses' keys: the key that certificates are signed with, and a copy of each of them. */
export interface CertificateFiles {
  /** The installation's key, made at first need; for its owner's eyes. */
  openKey(): Promise<KeyObject>;
  /** Its public half; undefined where no certificate was made here yet. */
  findPublicKey(): string | undefined;
  /** The copy outlives a database that is set back to before the closing. */
  keep(certificate: Certificate): Promise<void>;
  find(response: string): Certificate | undefined;
}

export function certificateFiles(dataFolder: string): CertificateFiles {
  const folder = join(dataFolder, 'keys');
  const keyPath = join(folder, 'certificates.pem');
  const pathOf = (response: string) =>
    join(folder, `${id.parse(response).toLowerCase()}.certificate.json`);
  const readKey = () => createPrivateKey(readFileSync(keyPath));
  return {
    async openKey() {
      if (!existsSync(keyPath)) {
        await makeKeyFolder(folder);
        const made = generateKeyPairSync('ed25519').privateKey;
        const pem = made.export({ type: 'pkcs8', format: 'pem' });
        await createOnce(keyPath, Buffer.from(pem), randomUUID());
      }
      return readKey();
    },

    findPublicKey: () => (existsSync(keyPath) ? publicKeyOf(readKey()) : undefined),

    async keep(certificate) {
      const text = `${JSON.stringify(certificate, undefined, 2)}\n`;
      await createOnce(pathOf(certificate.statement.response.id), Buffer.from(text), randomUUID());
    },

    find(response) {
      const path = pathOf(response);
      if (!existsSync(path)) return undefined;
      const read = readCertificateText(readFileSync(path, 'utf8'));
      return 'certificate' in read ? read.certificate : undefined;
    },
  };
}
