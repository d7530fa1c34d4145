import { readText } from './read-files.ts';
import { refuse } from './refusal.ts';

/** What a gate is set up with: the root key that it believes, and the bundle that it fetched last. */
export interface GateFile {
  path: string;
  root: Uint8Array;
  bundle: Uint8Array;
}

const FORMAT = 'liangbuwu-gate/1';

export function gateFileText(root: Uint8Array, bundle: Uint8Array): string {
  const file = { format: FORMAT, root: toText(root), bundle: toText(bundle) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export function readGateFile(path: string | undefined): GateFile {
  if (path === undefined) {
    throw refuse('缺少 --bundle <文件>', '--bundle <file> is missing', 'flag-missing');
  }
  const { format, root, bundle } = fieldsOf(readText(path));
  if (format !== FORMAT || typeof root !== 'string' || typeof bundle !== 'string') {
    throw refuse(
      `${path} 不是卡口文件；应为 ${FORMAT}，含 root 和 bundle`,
      `${path} is no gate file; it should be ${FORMAT} with root and bundle`,
      'not-a-gate-file',
    );
  }
  return { path, root: readKey(root, `${path}#root`), bundle: fromText(bundle, `${path}#bundle`) };
}

export function readKey(text: string, at: string): Uint8Array {
  const key = fromText(text, at);
  if (key.length === 32) return key;
  throw refuse(`${at} 应为 32 字节的公钥`, `${at} should be a public key of 32 bytes`, 'bad-key');
}

function fieldsOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

function fromText(text: string, at: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') === text) return new Uint8Array(bytes);
  throw refuse(
    `${at} 应为 base64url 文本`,
    `${at} should be base64url without padding`,
    'bad-base64url',
  );
}
