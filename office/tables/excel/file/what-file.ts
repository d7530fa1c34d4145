import { refuse } from '../../../http/refusal.ts';
import { say } from '../../../http/say.ts';
import { emptyFile, notASheet, otherSheetFormat, passwordProtected } from '../refusals.ts';
import type { Bytes } from './bytes.ts';

const startsWith = (head: Uint8Array, ...signature: readonly number[]) =>
  signature.every((byte, i) => head[i] === byte);

/** By what is in it, not by what it is called: much that is called .xls is a web page. */
export async function whatFile(bytes: Bytes): Promise<'zip' | 'text'> {
  const head = await bytes.read(0, 4096);
  if (head.length === 0) throw refuse(emptyFile, undefined);
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) throw await compoundFile(bytes);
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) return 'text';
  if (head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) {
    throw refuse(notASheet, undefined);
  }
  if (/^(\ufeff|ï»¿)?\s*<(!doctype|html|head|meta|table|\?xml)/i.test(latin(head))) {
    const format = say(
      '网页或 XML 文本（扩展名可能写成 .xls）',
      'a web page or XML text (it may be called .xls)',
    );
    throw refuse(otherSheetFormat, { format });
  }
  return 'text';
}

// What Excel encrypts it wraps into the container of the old formats.
async function compoundFile(bytes: Bytes) {
  const content = Buffer.from(await bytes.read(0, bytes.size));
  if (content.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return refuse(passwordProtected, undefined);
  }
  return refuse(otherSheetFormat, {
    format: say('旧版 Excel 或 WPS 表格（.xls、.et）', 'of an old Excel or WPS format (.xls, .et)'),
  });
}

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
