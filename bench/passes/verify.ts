import { randomBytes } from 'node:crypto';
import { openBundle } from '@liangbuwu/passes/bundle/open.ts';
import { signBundle } from '@liangbuwu/passes/bundle/sign.ts';
import { type Ed25519, getEd25519 } from '@liangbuwu/passes/crypto/ed25519.ts';
import { plainEd25519 } from '@liangbuwu/passes/crypto/plain.ts';
import { makeSigner } from '@liangbuwu/passes/crypto/signer.ts';
import { issuePass } from '@liangbuwu/passes/issue.ts';
import type { Pass } from '@liangbuwu/passes/pass/pass.ts';
import { passQr } from '@liangbuwu/passes/qr.ts';
import { makeStatusList, packStatusList, setStatus } from '@liangbuwu/passes/status/status-list.ts';
import { typedCode } from '@liangbuwu/passes/typed/code.ts';
import { verify } from '@liangbuwu/passes/verify.ts';

/**
 * Full verifications a second (from the text to the verdict), one after another; sizes of passes, of a status list and a bundle.
 *
 *   npm run bench -- passes/verify [seconds]     default: 5 for each row
 */

const seconds = Number(process.argv[2] ?? 5);
const now = Date.UTC(2022, 10, 10) / 1000;
const day = 86_400;

/** 100,000 places, one in two hundred of them revoked, by a generator of its own (Numerical Recipes). */
function revokedList() {
  const list = makeStatusList(100_000);
  let state = 1;
  for (let revoked = 0; revoked < 500; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const index = Math.floor((state / 2 ** 32) * 100_000);
    if (((list.bytes[index >> 3] ?? 0) >> (index & 7)) & 1) continue;
    setStatus(list, index, 1);
    revoked += 1;
  }
  return list;
}

const list = revokedList();
const valid = Array.from({ length: 100_000 }, (_, index) => index).filter(
  (index) => !(((list.bytes[index >> 3] ?? 0) >> (index & 7)) & 1),
);

async function makeGate(ed25519: Ed25519) {
  const root = await makeSigner(randomBytes(32), ed25519);
  const office = await makeSigner(randomBytes(32), ed25519);
  const secret = { issuer: '430212', area: 7, from: now - day, until: now + 30 * day };
  const code = { ...secret, secret: randomBytes(32) };
  const { kid, publicKey } = office;
  const bytes = await signBundle(
    {
      authority: '渌口区卡口组',
      sequence: 1,
      issuedAt: now,
      staleAt: now + day,
      expiresAt: now + 3 * day,
      gates: [{ name: '南洲工业园', area: 7 }],
      areas: [{ number: 7, name: '南洲工业园' }],
      purposes: [],
      keys: [
        { kid, algorithm: -8, publicKey, issuer: '430212', from: now - day, until: now + day },
      ],
      lists: [{ issuer: '430212', list: 3, status: list }],
      rules: [],
      codes: [code],
    },
    root,
  );
  const bundle = await openBundle(bytes, { roots: [root.publicKey], ed25519 });
  return { office, bundle, code, bytes };
}

const common = { issuer: '430212', areas: [7], purpose: 2, issuedAt: now, until: now + 2 * day };
const passes = {
  person: (index: number): Pass => ({
    ...common,
    kind: 'person',
    id: { list: 3, index },
    name: '张*',
    lastFour: '123X',
  }),
  vehicle: (index: number): Pass => ({
    ...common,
    kind: 'vehicle',
    id: { list: 3, index },
    plate: '湘B12345',
  }),
  delivery: (index: number): Pass => ({
    ...common,
    kind: 'delivery',
    id: { list: 3, index },
    plate: '湘BD12345',
  }),
};
const fullest = {
  issuer: '430212',
  areas: [253, 254, 255],
  purpose: 23,
  issuedAt: now,
  from: now + 1,
  until: now + day,
};
const longest: Record<keyof typeof passes, Pass> = {
  person: {
    ...fullest,
    kind: 'person',
    id: { list: 127, index: 131_071 },
    name: '𠮷*',
    lastFour: '123X',
  },
  vehicle: { ...fullest, kind: 'vehicle', id: { list: 127, index: 131_071 }, plate: '湘B临12345' },
  delivery: {
    ...fullest,
    kind: 'delivery',
    id: { list: 127, index: 131_071 },
    plate: '湘B临12345',
  },
};

/** Runs for the given seconds; a second of the processor is one core's, whatever else the machine does. */
async function measure(name: string, work: (i: number) => Promise<string>, expected: string) {
  for (let i = 0; i < 200; i++) await work(i);
  const cpu = process.cpuUsage();
  const began = performance.now();
  let done = 0;
  while (performance.now() - began < seconds * 1000) {
    for (let i = 0; i < 50; i++) {
      const verdict = await work(done++);
      if (verdict !== expected) throw new Error(`${name}: ${verdict}`);
    }
  }
  const wall = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const processor = (user + system) / 1e6;
  console.log(
    `| ${name} | ${Math.round(done / wall)} | ${Math.round(done / processor)} | ${((1000 * processor) / done).toFixed(3)} |`,
  );
}

console.log('| | a second of wall | a second of one core | ms of processor each |');
console.log('|---|---|---|---|');
for (const ed25519 of [await getEd25519(), plainEd25519]) {
  const { office, bundle, code } = await makeGate(ed25519);
  const texts = await Promise.all(
    valid.slice(0, 1000).map((index) => issuePass(passes.person(index), office)),
  );
  const at = { bundle, at: now + 3600, area: 7 };
  const scan = async (text: string | undefined) => (await verify(text ?? '', at)).verdict;
  await measure(`genuine, ${ed25519.name}`, (i) => scan(texts[i % texts.length]), 'green');
  // In the middle of the signature, where nothing but the signature can tell.
  const forged = texts.map(
    (text) => text.slice(0, 130) + text.slice(133, 136) + text.slice(130, 133) + text.slice(136),
  );
  await measure(`forged, ${ed25519.name}`, (i) => scan(forged[i % forged.length]), 'red');
  await measure(
    `issued, ${ed25519.name}`,
    async (i) => (await issuePass(passes.person(i), office)).slice(0, 5),
    'LBW1:',
  );
  if (ed25519 !== plainEd25519) continue;
  const codes = valid.slice(0, 1000).map((index) => typedCode(passes.person(index), code));
  const typed = { ...at, lastFour: '123X' };
  await measure(
    'typed code',
    async (i) => (await verify(codes[i % 1000] ?? '', typed)).verdict,
    'amber',
  );
}

const { office, bytes } = await makeGate(plainEd25519);
console.log('\n| | bytes | characters | QR at level M | longest: bytes | characters | QR |');
console.log('|---|---|---|---|---|---|---|');
for (const kind of ['person', 'vehicle', 'delivery'] as const) {
  const usual = await issuePass(passes[kind](40_712), office);
  const full = await issuePass(longest[kind], office);
  const cells = [usual, full].flatMap((text) => [
    Math.floor(((text.length - 5) * 2) / 3),
    text.length,
    `version ${passQr(text).version}`,
  ]);
  console.log(`| ${kind} | ${cells.join(' | ')} |`);
}
console.log(
  `\nStatus list of 100,000, 500 revoked: ${list.bytes.length} bytes, deflated ${packStatusList(list).lst.length}; the bundle with it ${bytes.length} bytes.`,
);
