import { posix } from 'node:path';
import { refuse } from '../../../http/refusal.ts';
import { say } from '../../../http/say.ts';
import { type Bytes, type Source, streamBytes, withBytes } from '../file/bytes.ts';
import { type Entry, entryKey, listEntries, unpack } from '../file/zip.ts';
import type { SheetLimits, Sheets } from '../plain-cell.ts';
import { damagedSheet, notASheet, otherSheetFormat } from '../refusals.ts';
import { type Book, readSheetXml } from './sheet-xml.ts';
import { readStrings } from './strings.ts';
import { readStyles } from './styles.ts';
import { prefixed, readXml } from './xml.ts';

interface Part {
  name: string;
  visible: boolean;
  entry: Entry;
}

/** An .xlsx file. Its texts and styles are read once; the rows of a sheet each time that they are asked for. */
export async function openWorkbook(
  source: Source,
  limits: SheetLimits,
  signal: AbortSignal | undefined,
): Promise<Sheets> {
  const { parts, book } = await withBytes(source, (bytes) => readBook(bytes, limits, signal));
  return {
    names: parts.map((part) => part.name),
    visible: parts.filter((part) => part.visible).map((part) => part.name),
    rows(name) {
      const part = parts.find((candidate) => candidate.name === name);
      return streamBytes(source, async function* (bytes) {
        if (!part) return;
        const pieces = unpack(bytes, part.entry, limits.unpackedBytes, signal);
        yield* readSheetXml(name, pieces, book, limits);
      });
    },
  };
}

async function readBook(bytes: Bytes, limits: SheetLimits, signal: AbortSignal | undefined) {
  const entries = await listEntries(bytes);
  const open = (entry: Entry) => unpack(bytes, entry, limits.unpackedBytes, signal);
  const links = async (of: string) => {
    const folder = posix.dirname(of);
    const entry = entries.get(entryKey(posix.join(folder, '_rels', `${posix.basename(of)}.rels`)));
    return entry ? readLinks(entry.name, open(entry), folder) : [];
  };

  const workbook = (await links('')).find(({ type }) => type === 'officeDocument')?.target;
  const main = entries.get(entryKey(workbook ?? 'xl/workbook.xml'));
  if (!main) throw otherThanWorkbook(entries);
  if (/\.bin$/i.test(main.name)) throw refuse(otherSheetFormat, { format: binary });
  const { sheets, date1904 } = await readContents(main.name, open(main));
  const of = await links(entryKey(main.name));
  const target = (type: string) => entries.get(of.find((link) => link.type === type)?.target ?? '');

  const strings = target('sharedStrings');
  const styles = target('styles');
  const book: Book = {
    date1904,
    strings: strings ? await readStrings(strings.name, open(strings), limits.textLength) : [],
    styles: styles ? await readStyles(styles.name, open(styles)) : [],
  };
  const parts = sheets.flatMap(({ name, id, visible }): Part[] => {
    const link = of.find((candidate) => candidate.id === id);
    if (link?.type !== 'worksheet') return [];
    const entry = entries.get(link.target);
    if (!entry) throw refuse(damagedSheet, { part: name });
    return [{ name, visible, entry }];
  });
  if (parts.length === 0) throw refuse(damagedSheet, { part: main.name });
  return { parts, book };
}

async function readContents(part: string, pieces: AsyncIterable<Uint8Array>) {
  const sheets: { name: string; id: string | undefined; visible: boolean }[] = [];
  let date1904 = false;
  const elements = {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const visible = (attributes.state ?? 'visible') === 'visible';
      sheets.push({ name: attributes.name ?? '', id: prefixed(attributes, 'id'), visible });
    },
  };
  for await (const _ of readXml(part, pieces, elements));
  return { sheets, date1904 };
}

async function readLinks(part: string, pieces: AsyncIterable<Uint8Array>, folder: string) {
  const links: { id: string; type: string; target: string }[] = [];
  const elements = {
    open(name: string, { Id, Type, Target }: Readonly<Record<string, string>>) {
      if (name !== 'Relationship' || !Id || !Type || !Target) return;
      const path = Target.startsWith('/') ? Target : posix.join(folder, Target);
      links.push({ id: Id, type: posix.basename(Type), target: entryKey(path) });
    },
  };
  for await (const _ of readXml(part, pieces, elements));
  return links;
}

const binary = say('Excel 二进制工作簿（.xlsb）', 'a binary Excel workbook (.xlsb)');

function otherThanWorkbook(entries: ReadonlyMap<string, Entry>) {
  const has = (name: string) => entries.has(name);
  const format = has('xl/workbook.bin')
    ? binary
    : has('word/document.xml')
      ? say('Word 文档（.docx）', 'a Word document (.docx)')
      : has('content.xml')
        ? say('OpenDocument 文件（.ods）', 'an OpenDocument file (.ods)')
        : undefined;
  return format ? refuse(otherSheetFormat, { format }) : refuse(notASheet, undefined);
}
