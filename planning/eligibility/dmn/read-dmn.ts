import type { ModdleElement } from 'dmn-moddle';
import { type DmnCode, type Fault, say } from '../refuse/fault.ts';
import { InvalidDmn } from '../refuse/refusals.ts';
import type { DecisionTable, Say } from '../table.ts';
import { childOf, childrenOf, MODEL, OTHER_EDITIONS, openModdle } from './moddle.ts';
import { readDecision } from './read-decision.ts';

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
  const definitions = await readDefinitions(xml);
  const faults: Fault<DmnCode>[] = [];
  const decisions = childrenOf(definitions, 'drgElement').filter(
    (element) => childOf(element, 'decisionLogic')?.$type === 'dmn:DecisionTable',
  );
  const tables = decisions.map((decision) => readDecision(decision, definitions, faults));
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

async function readDefinitions(xml: string): Promise<ModdleElement> {
  let text = xml.replace(/^\uFEFF/, '');
  for (const edition of OTHER_EDITIONS) text = text.replaceAll(`"${edition}"`, `"${MODEL}"`);
  try {
    const { rootElement, warnings } = await openModdle().fromXML(text);
    const lost = warnings.flatMap(({ message }) => lostIn(message));
    if (lost[0] !== undefined) throw refuse('broken-xml', lost[0], ANEW);
    if (rootElement.$type === 'dmn:Definitions') return rootElement;
  } catch (error) {
    if (error instanceof InvalidDmn) throw error;
    const message = error instanceof Error ? error.message : String(error);
    if (!message.startsWith('failed to parse document as')) {
      const [what] = message.replace(/\s+/g, ' ').match(/.{1,160}/) ?? [''];
      throw refuse('broken-xml', say(`不是完好的 XML：${what}`, `is no whole XML: ${what}`), ANEW);
    }
  }
  throw refuse(
    'not-dmn',
    say(
      '根元素不是 DMN 1.1 至 1.5 的 definitions',
      'has no root element definitions of DMN 1.1 to 1.5',
    ),
    say('用 DMN 1.3 保存', 'save it as DMN 1.3'),
  );
}

const ANEW = say('从编辑器重新导出一次', 'export it from its editor once more');

/** Elements that later editions have outside of decision tables. */
const NEWER = ['typeConstraint', 'conditional', 'filter', 'for', 'every', 'some', 'iterator'];

/** What the parser left out of a file with no more than a warning. */
function lostIn(message: string): Say[] {
  const twice = /duplicate ID <([^>]{0,80})>/.exec(message)?.[1];
  if (twice !== undefined) {
    return [say(`编号“${twice}”用了两次`, `has the id “${twice}” twice`)];
  }
  const type = /unknown type <dmn:([^>]{0,80})>/.exec(message)?.[1];
  if (type === undefined) return [];
  const name = type.charAt(0).toLowerCase() + type.slice(1);
  return NEWER.includes(name)
    ? []
    : [say(`里面的 <${name}> 不是 DMN 的元素`, `has <${name}>, which is no element of DMN`)];
}

function refuse(code: DmnCode, cause: Say, remedy: Say): InvalidDmn {
  return new InvalidDmn([{ code, at: '', cause, remedy }]);
}
