import type { DmnModdle, ModdleElement } from 'dmn-moddle';
import { type DmnCode, type Fault, say } from '../refuse/fault.ts';
import { InvalidDmn } from '../refuse/refusals.ts';
import type { DecisionTable, Say } from '../table.ts';
import { childOf, childrenOf, MODEL, OTHER_EDITIONS, openModdle } from './moddle.ts';
import { declaredIn, readDecision } from './read-decision.ts';

/** A file has no more characters than this. */
export const MOST_TEXT = 20_000_000;

/**
 * Reads every decision table of a DMN file, editions 1.1 to 1.5. Nothing is fetched; a file with a document type, which could define entities, is refused.
 *
 * Cells are taken as they are: `compile` reads them. What a table needs from another decision is a fact like any other.
 *
 * @throws InvalidDmn
 */
export async function readDmn(xml: string): Promise<DecisionTable[]> {
  if (xml.length > MOST_TEXT) {
    throw refuse(
      'too-large',
      say(
        `有 ${xml.length} 个字符，多于 ${MOST_TEXT}`,
        `has ${xml.length} characters, over ${MOST_TEXT}`,
      ),
      say('分成几个文件', 'divide it into several files'),
    );
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
    throw refuse(
      'doctype',
      say('带有 DOCTYPE，可能夹带实体', 'has a document type, which may define entities'),
      say('去掉 <!DOCTYPE …>', 'leave out <!DOCTYPE …>'),
    );
  }
  if (LONG_TAG.test(xml)) {
    throw refuse(
      'too-large',
      say('有一个标签太长', 'has a tag of more than 50,000 characters'),
      say('去掉多余的属性', 'leave attributes out that nobody needs'),
    );
  }
  const definitions = await readDefinitions(xml);
  const faults: Fault<DmnCode>[] = [];
  const decisions = childrenOf(definitions, 'drgElement').filter(
    (element) => childOf(element, 'decisionLogic')?.$type === 'dmn:DecisionTable',
  );
  if (decisions.length > MOST_TABLES) {
    throw refuse(
      'too-large',
      say(
        `有 ${decisions.length} 张表，多于 ${MOST_TABLES}`,
        `has ${decisions.length} tables, over ${MOST_TABLES}`,
      ),
      say('分成几个文件', 'divide it into several files'),
    );
  }
  const declared = declaredIn(definitions);
  const tables = decisions.map((decision) => readDecision(decision, declared, faults));
  if (tables.length === 0) {
    throw refuse(
      'no-table',
      say('里面没有决策表', 'holds no decision table'),
      say('至少放一张 decisionTable', 'give it a decisionTable at least'),
    );
  }
  if (faults.length > 0) throw new InvalidDmn(faults);
  return tables;
}

/** A file has no more tables than this. */
const MOST_TABLES = 1000;

const LONG_TAG = /<[^<>]{50000}/;

async function readDefinitions(xml: string): Promise<ModdleElement> {
  let text = xml.replace(/^\uFEFF/, '');
  for (const edition of OTHER_EDITIONS) text = text.replaceAll(`"${edition}"`, `"${MODEL}"`);
  let message: string;
  try {
    const { rootElement, warnings } = await parse(text);
    const lost = warnings
      .map((warning) => lostIn(warning.message))
      .find((one) => one !== undefined);
    if (lost) throw refuse('broken-xml', lost, ANEW);
    if (rootElement.$type === 'dmn:Definitions') return rootElement;
    message = NOT_THE_ROOT;
  } catch (error) {
    if (error instanceof InvalidDmn) throw error;
    message = error instanceof Error ? error.message : String(error);
  }
  const isOther = /unexpected element/.test(message) && !text.includes(`"${MODEL}"`);
  if (isOther || message.startsWith(NOT_THE_ROOT)) {
    throw refuse(
      'not-dmn',
      say(
        '根元素不是 DMN 1.1 至 1.5 的 definitions',
        'has no root element definitions of DMN 1.1 to 1.5',
      ),
      say('用 DMN 1.3 保存', 'save it as DMN 1.3'),
    );
  }
  const [what] = message.replace(/\s+/g, ' ').match(/.{1,160}/) ?? [''];
  const broken = say(`不是完好的 XML：${what}`, `is no whole XML: ${what}`);
  throw refuse('broken-xml', lostIn(message) ?? broken, ANEW);
}

const NOT_THE_ROOT = 'failed to parse document as';

/** Stops at the first element that would be lost; of a file that is not large those of later editions are passed over. */
async function parse(text: string): ReturnType<DmnModdle['fromXML']> {
  const moddle = openModdle();
  try {
    return await moddle.fromXML(text, 'dmn:Definitions', { lax: false });
  } catch (error) {
    const isNewer =
      error instanceof Error && /unknown type/.test(error.message) && !lostIn(error.message);
    if (!isNewer || text.length > MOST_TO_PASS_OVER) throw error;
    return openModdle().fromXML(text);
  }
}

/** What is passed over is told by the parser each time, which takes long. */
const MOST_TO_PASS_OVER = 1_000_000;

const ANEW = say('从编辑器重新导出一次', 'export it from its editor once more');

/** Elements that later editions have outside of decision tables. */
const NEWER = ['typeConstraint', 'conditional', 'filter', 'for', 'every', 'some', 'iterator'];

/** What the parser would leave out of a file. */
function lostIn(message: string): Say | undefined {
  const twice = /duplicate ID <([^>]{0,80})>/.exec(message)?.[1];
  if (twice !== undefined) {
    return say(`编号“${twice}”用了两次`, `has the id “${twice}” twice`);
  }
  const type = /unknown type <dmn:([^>]{0,80})>/.exec(message)?.[1];
  if (type === undefined) return undefined;
  const name = type.charAt(0).toLowerCase() + type.slice(1);
  if (NEWER.includes(name)) return undefined;
  return say(`里面的 <${name}> 不是 DMN 的元素`, `has <${name}>, which is no element of DMN`);
}

function refuse(code: DmnCode, cause: Say, remedy: Say): InvalidDmn {
  return new InvalidDmn([{ code, at: '', cause, remedy }]);
}
