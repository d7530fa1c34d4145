import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { governing } from '@liangbuwu/office/rulebook/decide-server.ts';
import type { OpenBundle, OpenKey } from '@liangbuwu/passes/bundle/open.ts';
import { numberOfId } from '@liangbuwu/passes/pass/pass.ts';
import { verify } from '@liangbuwu/passes/verify.ts';
import { makeBundle } from '../bundle/make-bundle.ts';
import { type Flag, type Gate, seconds } from '../gate.ts';
import { ed25519, type OfResponse } from '../gates/keys.ts';
import type { Check, CheckBody } from './check.ts';

export interface Found {
  server: Check['server'];
  place: number | null;
  flags: Flag[];
}

/** What a phone says of itself, and not of the pass: that the server finds otherwise then is no wonder. */
const ofThePhone = new Set([
  'stale-bundle',
  'bundle-expired',
  'clock-behind',
  'code-while-stale',
  'code-without-secret',
  'unknown-key',
  'unknown-list',
  'key-not-yet-valid',
  'issued-in-future',
  'no-bundle',
]);

/** Verifies again what was shown, by all that is known now of that moment. */
export async function verifyAgain(
  needs: { tx: Tx; clock: Clock; keys: ResponseKeys },
  of: OfResponse,
  gate: Gate,
  body: CheckBody,
): Promise<Found> {
  const isAsked = await isPassAsked(needs, gate, body.at);
  const { shown, phone } = body;
  if (shown.how === 'nothing') {
    const server = isAsked
      ? { verdict: 'red' as const, code: 'no-pass' }
      : { verdict: 'green' as const, code: 'nothing-asked' };
    return { server, place: null, flags: isAsked && body.letThrough ? ['let-through-red'] : [] };
  }
  const bundle = await prepared(
    await makeBundle(needs, of, gate, { at: body.at, sequence: 0, rules: [] }),
  );
  const found = await verify(shown.how === 'scan' ? shown.text : shown.code, {
    bundle,
    at: seconds(body.at),
    area: gate.number,
    ...(shown.how === 'code' && { lastFour: shown.lastFour }),
  });
  const id = found.pass?.id ?? found.typed?.id;
  const server = { verdict: found.verdict, code: found.code };
  return {
    server,
    place: id ? numberOfId(id) : null,
    flags: isAsked ? flagsOf(phone, server, body.letThrough) : [],
  };
}

/** Whether a rule that governs there at that moment asks for a pass. */
async function isPassAsked(
  { tx, clock }: { tx: Tx; clock: Clock },
  { area, purposes }: Gate,
  at: string,
): Promise<boolean> {
  for (const purpose of purposes)
    if ((await governing(tx, clock, { purpose, area, at })).is === 'in-force') return true;
  return false;
}

function flagsOf(phone: Check['phone'], server: Check['server'], letThrough: boolean): Flag[] {
  const flags: Flag[] = [];
  const wasRefused = phone.verdict === 'red';
  if (server.code === 'revoked' && phone.code !== 'revoked') flags.push('revoked-meanwhile');
  else if (wasRefused !== (server.verdict === 'red') && !ofThePhone.has(phone.code))
    flags.push('finds-otherwise');
  if (letThrough && wasRefused) flags.push('let-through-red');
  return flags;
}

/** What the server makes for itself it need not sign to believe. */
async function prepared(bundle: OpenBundle['bundle']): Promise<OpenBundle> {
  const { verifier } = await ed25519();
  const keys = new Map<string, OpenKey>();
  for (const key of bundle.keys)
    keys.set(nameOf(key.kid), { ...key, verify: await verifier(key.publicKey) });
  return {
    bundle,
    area: bundle.gates[0]?.area,
    mark: { authority: bundle.authority, sequence: bundle.sequence, digest: '' },
    findKey: (kid) => keys.get(nameOf(kid)),
    findList: (issuer, list) =>
      bundle.lists.find((one) => one.issuer === issuer && one.list === list)?.status,
  };
}

const nameOf = (kid: Uint8Array) => Buffer.from(kid).toString('hex');
