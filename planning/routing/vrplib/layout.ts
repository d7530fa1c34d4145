import { type FileFaults, shown } from './fault.ts';

export interface Field {
  value: string;
  line: number;
}

/** Where a section's rows are: characters `from` to `to` of the text, which begin on `line`. */
export interface Section {
  name: string;
  text: string;
  from: number;
  to: number;
  line: number;
}

/** Keys and sections, as they stand. */
export interface Layout {
  fields: Map<string, Field>;
  sections: Map<string, Section>;
}

/** Keys that are rules, or tell how to read one. */
const RULES = [
  'TYPE',
  'DIMENSION',
  'VEHICLES',
  'CAPACITY',
  'DISTANCE',
  'SERVICE_TIME',
  'EDGE_WEIGHT_TYPE',
  'EDGE_WEIGHT_FORMAT',
];

/** Keys that tell about the file only. */
const REMARKS = [
  'NAME',
  'COMMENT',
  'AUTHOR',
  'SOURCE',
  'DATE',
  'BEST_KNOWN',
  'OPTIMAL',
  'NODE_COORD_TYPE',
  'DISPLAY_DATA_TYPE',
  'EDGE_DATA_FORMAT',
  'EDGE_WEIGHT_UNIT_OF_MEASUREMENT',
];

const SECTIONS = [
  'NODE_COORD_SECTION',
  'DEMAND_SECTION',
  'DEPOT_SECTION',
  'EDGE_WEIGHT_SECTION',
  'SERVICE_TIME_SECTION',
  'TIME_WINDOW_SECTION',
  'RELEASE_TIME_SECTION',
  'VEHICLES_DEPOT_SECTION',
  'VEHICLES_RELOAD_DEPOT_SECTION',
  'DISPLAY_DATA_SECTION',
] as const;

export type SectionName = (typeof SECTIONS)[number];

/** No key and no remark needs more of a line. */
const LONGEST_FIELD = 2000;

/** Longer rows than any section has; the rest of such a row is not looked at, its length is a fault. */
const LONGEST_ROW = 200_000;

const NEWLINE = 10;

const KEY_LINE = /^\s*([A-Za-z][A-Za-z0-9_]*)(?=[\s:]|$)\s*(:?)(.*)$/s;

/** Finds keys and sections; what is neither is a fault. Rows are not looked into. */
export function readLayout(faults: FileFaults, text: string): Layout {
  const layout: Layout = { fields: new Map(), sections: new Map() };
  let section: Section | undefined;
  for (const { line, first, end } of inkedLines(text, 0, text.length, 1)) {
    if (faults.full) break;
    if (section && !isLetter(text.charCodeAt(first))) continue;
    if (section) section.to = first;
    const words = text.slice(first, Math.min(end, first + LONGEST_FIELD));
    const [, key = '', colon = '', value = ''] = KEY_LINE.exec(words) ?? [];
    const name = key.toUpperCase();
    if (name === 'EOF') break;
    if (name.endsWith('_SECTION')) {
      section = { name, text, from: end + 1, to: text.length, line: line + 1 };
      addSection(faults, layout, section, line);
    } else {
      section = undefined;
      addField(faults, layout, name, colon, { value: value.trim(), line }, words);
    }
  }
  return layout;
}

/** Whether any of the first lines is a key that is known, with a colon, or a section's name. */
export function looksLikeVrplib(text: string): boolean {
  return text
    .slice(0, 65536)
    .split('\n')
    .some((line) => {
      const [, key = '', colon] = KEY_LINE.exec(line.slice(0, 100)) ?? [];
      const known: readonly string[] = colon ? [...RULES, ...REMARKS] : SECTIONS;
      return known.includes(key.toUpperCase());
    });
}

/** The rows of a section: line and words of each that is not blank. */
export function* rowsOf(section: Section): Generator<{ line: number; words: string[] }> {
  const { text, from, to } = section;
  for (const { line, first, end } of inkedLines(text, from, to, section.line)) {
    const row = text.slice(first, Math.min(end, first + LONGEST_ROW)).trim();
    yield { line, words: row.split(/\s+/) };
  }
}

/** Lines that are not blank: where their first sign is, and where they end. `line` is the number of the first. */
function* inkedLines(
  text: string,
  from: number,
  to: number,
  line: number,
): Generator<{ line: number; first: number; end: number }> {
  for (let at = from, row = line; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) row++;
    if (code <= 32) continue;
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? to : Math.min(newline, to);
    yield { line: row, first: at, end };
    at = end;
    row++;
  }
}

function addSection(faults: FileFaults, layout: Layout, section: Section, line: number): void {
  const { name } = section;
  if (!(SECTIONS as readonly string[]).includes(name)) {
    faults.add(
      'unknown-section',
      line,
      name.slice(0, 60),
      ['没有这种段，其中的规则不会被遵守', 'there is no such section; its rules would not be kept'],
      [`可用的段：${SECTIONS.join('、')}`, `use one of ${SECTIONS.join(', ')}`],
    );
  } else if (layout.sections.has(name)) {
    faults.add(
      'section-twice',
      line,
      name,
      ['这个段出现了两次', 'the section is there twice'],
      ['只保留一个', 'keep one of them'],
    );
  } else layout.sections.set(name, section);
}

function addField(
  faults: FileFaults,
  { fields }: Layout,
  key: string,
  colon: string,
  field: Field,
  words: string,
): void {
  const known = RULES.includes(key) || REMARKS.includes(key);
  if (!known && colon === '') {
    faults.add(
      'unreadable-line',
      field.line,
      '',
      [
        `这一行是 ${shown(words.trim())}，不是“键 : 值”，也不在任何段里`,
        `reads ${shown(words.trim())}, which is neither "KEY : value" nor a row of a section`,
      ],
      ['删去这一行，或写成 COMMENT : …', 'delete the line, or make it COMMENT : …'],
    );
  } else if (!known) {
    faults.add(
      'unknown-key',
      field.line,
      key.slice(0, 60),
      [
        '不认识这个键；若是规则，不会被遵守',
        'is not a known key; if it is a rule, it would not be kept',
      ],
      [
        `可用的键：${RULES.join('、')}；说明写在 COMMENT 里`,
        `use one of ${RULES.join(', ')}; put remarks into COMMENT`,
      ],
    );
  } else if (fields.has(key) && RULES.includes(key)) {
    faults.add(
      'key-twice',
      field.line,
      key,
      ['这个键出现了两次', 'the key is there twice'],
      ['只保留一个', 'keep one of them'],
    );
  } else if (!fields.has(key)) fields.set(key, field);
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}
