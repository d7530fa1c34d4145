import { createPublicKey } from 'node:crypto';
import { existsSync } from 'node:fs';
import '@liangbuwu/office/clock/temporal.ts';
import type { Certificate } from '@liangbuwu/office/responses/closing/certificate.contract.ts';
import {
  certificateFaults,
  publicKeyOf,
  readCertificateText,
} from '@liangbuwu/office/responses/closing/certificate.ts';
import { readArguments } from './arguments.ts';
import { readText } from './read-files.ts';
import { oneLine, refuse } from './refusal.ts';

/** Whether a certificate of destruction is as it was issued: status 0, else 1. Needs the file only, no database. */
export async function run(args: string[]): Promise<number> {
  const { flags, files } = readArguments(args, ['key'], ['certificate.json']);
  const key = flags.key === undefined ? undefined : readKey(flags.key);
  const read = readCertificateText(readText(files[0] as string));
  const certificate = 'certificate' in read ? read.certificate : undefined;
  const faults = 'faults' in read ? read.faults : certificateFaults(read.certificate, key);
  const valid = faults.length === 0;
  process.stdout.write(
    `${JSON.stringify({
      valid,
      key: key === undefined ? 'its own' : 'given',
      ...(certificate && outline(certificate)),
      faults: faults.map(({ code }) => code),
    })}\n`,
  );
  for (const { code, says } of faults)
    process.stderr.write(`${oneLine(`✗ ${says['zh-CN']} | ${says.en} [${code}]`)}\n`);
  if (valid && key === undefined) {
    process.stderr.write(
      '· 它与自带的公钥相符；是谁的公钥，请用 --key 给出从别处得到的公钥来核对 | it fits the public key that it brings along; whose that is, --key tells, with the key from elsewhere\n',
    );
  }
  return valid ? 0 : 1;
}

const outline = ({ statement, digest, publicKey }: Certificate) => ({
  response: statement.response.id,
  name: statement.response.name['zh-CN'],
  ended: statement.response.ended,
  proposedBy: statement.closing.proposed.by.name,
  confirmedBy: statement.closing.confirmed.by.name,
  records: statement.destroyed.reduce((sum, { records }) => sum + records, 0),
  responseKey: statement.key.fingerprint,
  digest,
  publicKey,
});

/** As the page shows it, or a file with that or with PEM. */
function readKey(given: string): string {
  const text = (existsSync(given) ? readText(given) : given).trim();
  if (/^[\w-]{43}$/.test(text)) return text;
  try {
    const key = createPublicKey(text);
    if (key.asymmetricKeyType === 'ed25519' && text.includes('PUBLIC KEY')) return publicKeyOf(key);
  } catch {
    // Said below.
  }
  throw refuse(
    '--key 应为 Ed25519 公钥：43 个字符，或含它的文件（也可以是 PEM）',
    '--key should be an Ed25519 public key: 43 characters, or a file with these or with PEM',
    'bad-key',
  );
}
