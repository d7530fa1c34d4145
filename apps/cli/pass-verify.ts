import { InvalidBundle } from '@liangbuwu/passes/bundle/invalid-bundle.ts';
import { type OpenBundle, openBundle } from '@liangbuwu/passes/bundle/open.ts';
import { getEd25519 } from '@liangbuwu/passes/crypto/ed25519.ts';
import type { Verdict } from '@liangbuwu/passes/findings.ts';
import type { Pass, PassId } from '@liangbuwu/passes/pass/pass.ts';
import { type Verification, verify } from '@liangbuwu/passes/verify.ts';
import { readArguments, readWhole } from './arguments.ts';
import { type GateFile, readGateFile, readKey } from './gate-file.ts';
import { readInstant, toInstant } from './instant.ts';
import { oneLine, Refusal } from './refusal.ts';

const FLAGS = ['bundle', 'at', 'root', 'area', 'last4', 'gate'] as const;

/** 2 is for what could not be read, as in every command. */
const STATUS: Record<Verdict, number> = { green: 0, red: 1, amber: 3 };

/** Verifies what a scanner read, or a code that was typed, against a gate's file. Nothing is asked of any network. */
export async function run(args: string[]): Promise<number> {
  const { flags, files } = readArguments(args, FLAGS, ['text']);
  const [text = ''] = files;
  const at = readInstant(flags.at, 'at');
  const area = flags.area === undefined ? {} : { area: readWhole(flags.area, 'area', 1, 255) };
  const lastFour = flags.last4 === undefined ? {} : { lastFour: flags.last4 };
  const file = readGateFile(flags.bundle);
  const root = flags.root === undefined ? file.root : readKey(flags.root, 'root');
  const bundle = await open(file, root, flags.gate);

  const verification = await verify(text, { bundle, at, ...area, ...lastFour });
  const sums = summary(verification, bundle, flags.root === undefined ? 'file' : 'given');
  process.stdout.write(`${JSON.stringify(sums)}\n`);
  return STATUS[verification.verdict];
}

async function open(
  { path, bundle }: GateFile,
  root: Uint8Array,
  gate?: string,
): Promise<OpenBundle> {
  const of = gate === undefined ? {} : { gate };
  try {
    return await openBundle(bundle, { roots: [root], ed25519: await getEd25519(), ...of });
  } catch (error) {
    if (!(error instanceof InvalidBundle)) throw error;
    const { code, at, cause, remedy } = error;
    const place = at ? `${path}#${at}` : path;
    const zh = `${cause['zh-CN']}；${remedy['zh-CN']}`;
    throw new Refusal([oneLine(`${place}: ${zh} | ${cause.en}; ${remedy.en} [${code}]`)]);
  }
}

/** `root`: whether the key that the bundle is believed by came from its own file, or was given. */
function summary(
  { verdict, code, cause, remedy, pass, typed }: Verification,
  { bundle }: OpenBundle,
  root: 'file' | 'given',
) {
  const named = (number: number) =>
    bundle.areas.find((one) => one.number === number)?.name ?? `${number}`;
  return {
    verdict,
    code,
    cause,
    remedy,
    ...(pass ? { pass: shown(pass, bundle.purposes, named) } : {}),
    ...(typed
      ? {
          typed: {
            ...typed,
            id: idText(typed.id),
            area: named(typed.area),
            until: toInstant(typed.until),
          },
        }
      : {}),
    bundle: { sequence: bundle.sequence, expiresAt: toInstant(bundle.expiresAt), root },
  };
}

function shown(
  pass: Pass,
  purposes: OpenBundle['bundle']['purposes'],
  named: (number: number) => string,
) {
  const { id, areas, purpose = 0, issuedAt, from = issuedAt, until, ...rest } = pass;
  const words = purposes.find(({ kind, number }) => kind === pass.kind && number === purpose);
  return {
    ...rest,
    id: idText(id),
    areas: areas.map(named),
    purpose: words?.name ?? purpose,
    issuedAt: toInstant(issuedAt),
    from: toInstant(from),
    until: toInstant(until),
  };
}

const idText = ({ list, index }: PassId): string => `${list}-${index}`;
