import '@liangbuwu/office/clock/temporal.ts';
import { once } from 'node:events';
import { compile } from '@liangbuwu/eligibility/compile/compile.ts';
import type { Rules } from '@liangbuwu/eligibility/decide/rules.ts';
import { readDmn } from '@liangbuwu/eligibility/dmn/read-dmn.ts';
import type { Fault, TableFault } from '@liangbuwu/eligibility/refuse/fault.ts';
import { InvalidDmn, InvalidFacts, InvalidTable } from '@liangbuwu/eligibility/refuse/refusals.ts';
import type { DecisionTable, Facts } from '@liangbuwu/eligibility/table.ts';
import { systemClock } from '@liangbuwu/office/clock/clock.ts';
import { readJson } from '@liangbuwu/trucking/format/json-text.ts';
import { readArguments } from './arguments.ts';
import { readText } from './read-files.ts';
import { faultLine, oneLine, Refusal, refuse } from './refusal.ts';

/** So many lines are told of facts that are broken. */
const MOST_LINES = 100;

/** Answers are written so many at a time. */
const AT_ONCE = 1000;

/** Decides by a table: facts are one object or a list of them, and so is what is printed. */
export async function run(args: string[]): Promise<number> {
  const { flags, files } = readArguments(args, ['at', 'decision'], ['table.dmn', 'facts.json']);
  const [tableFile = '', factsFile = ''] = files;
  const rules = await readRules(tableFile, flags.decision);
  const facts = readFacts(factsFile);
  const at = flags.at ?? systemClock.now().toString();
  for (const fault of rules.faults) process.stderr.write(`${tableLine(tableFile, fault)}\n`);
  if (!Array.isArray(facts)) {
    checkFacts(rules, [facts], at, () => factsFile);
    process.stdout.write(`${JSON.stringify(rules.decide(facts as Facts, { at }))}\n`);
    return 0;
  }
  checkFacts(rules, facts, at, (i) => `${factsFile}#/${i}`);
  process.stdout.write('[');
  for (let from = 0; from < facts.length; from += AT_ONCE) {
    const part = facts.slice(from, from + AT_ONCE) as Facts[];
    const answers = part.map((one) => JSON.stringify(rules.decide(one, { at })));
    const taken = process.stdout.write(`${from > 0 ? ',\n' : ''}${answers.join(',\n')}`);
    if (!taken) await once(process.stdout, 'drain');
  }
  process.stdout.write(']\n');
  return 0;
}

/** Refuses all before any is answered: what is printed is whole. */
function checkFacts(
  rules: Rules,
  facts: readonly unknown[],
  at: string,
  placeOf: (i: number) => string,
): void {
  const lines = new Set<string>();
  facts.forEach((one, i) => {
    if (lines.size >= MOST_LINES) return;
    try {
      rules.decide(one as Facts, { at, changes: false });
    } catch (error) {
      if (!(error instanceof InvalidFacts)) throw error;
      for (const fault of error.faults) lines.add(factLine(placeOf(i), fault));
    }
  });
  if (lines.size > 0) throw new Refusal([...lines]);
}

async function readRules(file: string, wanted: string | undefined): Promise<Rules> {
  const text = readText(file);
  try {
    return compile(chosen(file, await readDmn(text), wanted));
  } catch (error) {
    if (error instanceof InvalidDmn) {
      throw new Refusal(error.faults.map((fault) => line(place(file, fault.at), fault)));
    }
    if (error instanceof InvalidTable) {
      throw new Refusal(error.faults.map((fault) => tableLine(file, fault)));
    }
    throw error;
  }
}

function chosen(
  file: string,
  tables: readonly DecisionTable[],
  wanted: string | undefined,
): DecisionTable {
  const named = tables.filter(
    ({ id, name }) => wanted === undefined || wanted === id || wanted === name,
  );
  const [only, ...others] = named;
  if (only && others.length === 0) return only;
  const known = tables.map(({ id, name }) => (id === name ? id : `${id} (${name})`)).join(', ');
  throw refuse(
    `${file} 有 ${tables.length} 张决策表，请用 --decision 指明一张：${known}`,
    `${file} has ${tables.length} decision tables; name one with --decision: ${known}`,
    'which-decision',
  );
}

function readFacts(file: string): unknown {
  const read = readJson(readText(file));
  if (read.ok) return read.json;
  throw new Refusal(read.faults.map((fault) => faultLine(file, fault)));
}

function tableLine(file: string, fault: TableFault): string {
  const cell = fault.cell === undefined ? '' : ` (${fault.cell})`;
  return line(`${place(file, fault.at)}${cell}`, fault);
}

function factLine(where: string, fault: Fault): string {
  if (fault.at === 'at') return line('--at', fault);
  if (fault.at === '') return line(where, fault);
  const pointer = fault.at.replaceAll('~', '~0').replaceAll('/', '~1');
  return line(`${where}${where.includes('#') ? '' : '#'}/${pointer}`, fault);
}

function place(file: string, at: string): string {
  return at === '' ? file : `${file}#${at}`;
}

function line(where: string, { code, cause, remedy }: Fault): string {
  const zh = `${cause['zh-CN']}；${remedy['zh-CN']}`;
  return oneLine(`${where}: ${zh} | ${cause.en}; ${remedy.en} [${code}]`);
}
