import { randomBytes } from 'node:crypto';
import { signBundle } from '@liangbuwu/passes/bundle/sign.ts';
import { getEd25519 } from '@liangbuwu/passes/crypto/ed25519.ts';
import { makeSigner } from '@liangbuwu/passes/crypto/signer.ts';
import { issuePass } from '@liangbuwu/passes/issue.ts';
import type { Pass } from '@liangbuwu/passes/pass/pass.ts';
import { makeStatusList, REVOKED, setStatus } from '@liangbuwu/passes/status/status-list.ts';
import { typedCode } from '@liangbuwu/passes/typed/code.ts';
import { readArguments } from './arguments.ts';
import { gateFileText } from './gate-file.ts';
import { readInstant, toInstant } from './instant.ts';
import { refuse } from './refusal.ts';
import { checkOut, writeWhole } from './write-file.ts';

const HOUR = 3600;
const AREA = 7;

/** A gate's file and passes to try it with. The private keys end with this process: nothing real can be issued with them. */
export async function run(args: string[]): Promise<number> {
  const { flags } = readArguments(args, ['out', 'at'], []);
  const { out } = flags;
  if (out === undefined) {
    throw refuse('缺少 --out <文件>', '--out <file> is missing', 'flag-missing');
  }
  const now = readInstant(flags.at, 'at');
  checkOut(out, []);

  const ed25519 = await getEd25519();
  const root = await makeSigner(randomBytes(32), ed25519);
  const office = await makeSigner(randomBytes(32), ed25519);
  const time = { from: now - HOUR, until: now + 240 * HOUR };
  const secret = { issuer: 'DEMO', area: AREA, ...time, secret: randomBytes(32) };
  const status = makeStatusList(1000);
  setStatus(status, 4, REVOKED);
  const bundle = await signBundle(
    {
      authority: '演示 demonstration',
      sequence: 1,
      issuedAt: now,
      staleAt: now + 24 * HOUR,
      expiresAt: now + 72 * HOUR,
      gates: [{ name: '演示卡口', area: AREA }],
      areas: [{ number: AREA, name: '演示区域' }],
      purposes: [{ kind: 'delivery', number: 1, name: '饮用水' }],
      keys: [
        { kid: office.kid, algorithm: -8, publicKey: office.publicKey, issuer: 'DEMO', ...time },
      ],
      lists: [{ issuer: 'DEMO', list: 0, status }],
      rules: [],
      codes: [secret],
    },
    root,
  );
  writeWhole(out, gateFileText(root.publicKey, bundle));

  const passAt = (index: number) => ({
    id: { list: 0, index },
    issuer: 'DEMO',
    areas: [AREA],
    issuedAt: now,
    until: now + 48 * HOUR,
  });
  const person: Pass = { ...passAt(1), kind: 'person', name: '张*', lastFour: '123X' };
  const vehicle: Pass = { ...passAt(2), kind: 'vehicle', plate: '湘B12345' };
  const delivery: Pass = { ...passAt(3), kind: 'delivery', plate: '湘BD12345', purpose: 1 };
  const revoked: Pass = { ...passAt(4), kind: 'person', name: '李*', lastFour: '5678' };
  const texts = {
    person: await issuePass(person, office),
    vehicle: await issuePass(vehicle, office),
    delivery: await issuePass(delivery, office),
    revoked: await issuePass(revoked, office),
    code: typedCode(person, secret),
    until: toInstant(person.until),
    area: AREA,
    last4: '123X',
    root: Buffer.from(root.publicKey).toString('base64url'),
  };
  process.stdout.write(`${JSON.stringify(texts)}\n`);
  return 0;
}
