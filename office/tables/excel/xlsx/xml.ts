import { SaxesParser } from 'saxes';
import { refuse } from '../../../http/refusal.ts';
import { damagedSheet } from '../refusals.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What to do at each element. Names come without prefixes: some writers say `x:row`. */
export interface Elements {
  open?: (name: string, attributes: Attributes) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

// No office program nests deeper or writes longer between two tags; without limits a small file could fill the memory.
const deepest = 64;
const longest = 2 ** 20;

/** Reads XML as it comes; yields after each piece, so that what the elements gave can be passed on. */
export async function* readXml(
  part: string,
  pieces: AsyncIterable<Uint8Array>,
  elements: Elements,
): AsyncGenerator<void> {
  const damaged = () => refuse(damagedSheet, { part });
  const parser = startParser(elements, damaged);
  let decoder: TextDecoder | undefined;
  let sinceTag = 0;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(isUtf16(piece) ? 'utf-16' : 'utf-8', { fatal: true });
    const tag = piece.lastIndexOf(0x3c);
    sinceTag = tag < 0 ? sinceTag + piece.length : piece.length - tag;
    if (sinceTag > longest) throw damaged();
    parse(parser, decode(decoder, piece, damaged), damaged);
    yield;
  }
  try {
    parser.close();
  } catch {
    throw damaged();
  }
}

function startParser(elements: Elements, damaged: () => Error) {
  const parser = new SaxesParser({ position: false, xmlns: false } as const);
  let depth = 0;
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > deepest) throw damaged();
    elements.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    elements.close?.(localName(tag.name));
  });
  if (elements.text) parser.on('text', elements.text);
  if (elements.text) parser.on('cdata', elements.text);
  parser.on('doctype', () => {
    throw damaged();
  });
  return parser;
}

function parse(parser: ReturnType<typeof startParser>, text: string, damaged: () => Error) {
  try {
    parser.write(text);
  } catch (error) {
    // saxes throws plain errors; what the elements refuse goes on as it is.
    throw error instanceof Error && error.constructor === Error ? damaged() : error;
  }
}

function decode(decoder: TextDecoder, piece: Uint8Array, damaged: () => Error): string {
  try {
    return decoder.decode(piece, { stream: true });
  } catch {
    throw damaged();
  }
}

const isUtf16 = (piece: Uint8Array) => piece[0] === 0xff && piece[1] === 0xfe;
const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** `id` of `r:id`, whatever the prefix: the one without is another attribute. */
export function prefixed(attributes: Attributes, name: string): string | undefined {
  return Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];
}
