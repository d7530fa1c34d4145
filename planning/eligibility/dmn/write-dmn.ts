import type { DmnModdle, ModdleElement } from 'dmn-moddle';
import { say } from '../refuse/fault.ts';
import { InvalidDmn } from '../refuse/refusals.ts';
import type {
  Column,
  DecisionTable,
  Fact,
  Issue,
  OutcomeWords,
  Output,
  Rule,
  Say,
} from '../table.ts';
import { openModdle, typeRefOf } from './moddle.ts';

/**
 * Writes tables as one DMN 1.3 file, which `readDmn` reads in again as they were.
 *
 * Texts of blanks alone come in empty.
 *
 * @throws InvalidDmn where a text has a character that XML cannot hold, and where two tables have one id, or one fact in two ways.
 */
export async function writeDmn(...tables: readonly DecisionTable[]): Promise<string> {
  const at = findForbidden(tables, '');
  if (at !== undefined) {
    const cause = say('有 XML 不能写的字符', 'has a character that XML cannot hold');
    const remedy = say('去掉控制字符', 'leave control characters out');
    throw new InvalidDmn([{ code: 'broken-xml', at, cause, remedy }]);
  }
  holdApart(tables);
  const writer = new Writer(openModdle());
  const { xml } = await writer.write(tables);
  return xml;
}

/** Refuses what one file cannot hold twice: ids, and facts by one name that are not the same. */
function holdApart(tables: readonly DecisionTable[]): void {
  const ids = new Set<string>();
  const facts = new Map<string, string>();
  const refuse = (cause: Say): never => {
    const remedy = say('改名，或写成几个文件', 'rename one, or write several files');
    throw new InvalidDmn([{ code: 'broken-xml', at: '', cause, remedy }]);
  };
  for (const table of tables) {
    const cells = table.rules.flatMap((rule) => rule.cells ?? []);
    const own = [table, ...table.columns, ...table.outputs, ...table.rules].map(({ id }) => id);
    for (const id of [...own, ...cells]) {
      if (id === undefined) continue;
      if (ids.has(id)) refuse(say(`编号“${id}”用了两次`, `has the id “${id}” twice`));
      ids.add(id);
    }
    for (const fact of table.facts ?? []) {
      const text = JSON.stringify(fact);
      if ((facts.get(fact.name) ?? text) !== text) {
        refuse(say(`事实“${fact.name}”有两种写法`, `has the fact ${fact.name} in two ways`));
      }
      facts.set(fact.name, text);
    }
  }
}

/** What XML 1.0 cannot hold, and carriage returns, which its readers take for line breaks. */
const FORBIDDEN = /(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/u;

function findForbidden(value: unknown, at: string): string | undefined {
  if (typeof value === 'string') return FORBIDDEN.test(value) ? at : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, own] of Object.entries(value)) {
    const found = findForbidden(own, at ? `${at}.${key}` : key);
    if (found !== undefined) return found;
  }
  return undefined;
}

class Writer {
  readonly #moddle: DmnModdle;

  constructor(moddle: DmnModdle) {
    this.#moddle = moddle;
  }

  write(tables: readonly DecisionTable[]): Promise<{ xml: string }> {
    const facts = new Map<string, Fact>();
    for (const table of tables) for (const fact of table.facts ?? []) facts.set(fact.name, fact);
    const names = [...facts.keys()];
    const idOf = (name: string) => `fact-${names.indexOf(name) + 1}`;
    const data = [...facts.values()].map((fact) => this.#inputData(fact, idOf(fact.name)));
    const decisions = tables.map((table) => this.#decision(table, idOf));
    const [first] = tables;
    const definitions = this.#create('dmn:Definitions', {
      id: `definitions-${first?.id ?? ''}`,
      name: first?.name ?? '',
      namespace: 'urn:liangbuwu:rules',
      drgElement: [...data, ...decisions],
    });
    return this.#moddle.toXML(definitions, { format: true });
  }

  /** An element, its children put beneath it; what is undefined is left out. */
  #create(type: string, properties: Record<string, unknown>): ModdleElement {
    const given = Object.fromEntries(
      Object.entries(properties).filter(([, value]) => value !== undefined),
    );
    const element = this.#moddle.create(type, given);
    for (const value of Object.values(given)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (typeof child === 'object' && child !== null) child.$parent = element;
      }
    }
    return element;
  }

  #inputData(fact: Fact, id: string): ModdleElement {
    const { name, type, say: words, unit, values } = fact;
    return this.#create('dmn:InputData', {
      id,
      name,
      extensionElements: this.#extensions([
        this.#words('Words', words),
        this.#words('Unit', unit),
        ...this.#values(values),
      ]),
      variable: this.#create('dmn:InformationItem', {
        id: `${id}-variable`,
        name,
        typeRef: type && typeRefOf(type),
      }),
    });
  }

  #decision(table: DecisionTable, idOf: (name: string) => string): ModdleElement {
    const requires = (table.facts ?? []).map(({ name }) =>
      this.#create('dmn:InformationRequirement', {
        requiredInput: this.#create('dmn:DMNElementReference', { href: `#${idOf(name)}` }),
      }),
    );
    const logic = this.#create('dmn:DecisionTable', {
      hitPolicy: table.hitPolicy,
      aggregation: table.aggregation,
      input: table.columns.map((column) => this.#input(column)),
      output: table.outputs.map((output) => this.#output(output)),
      annotation: table.annotations?.map((name) =>
        this.#create('dmn:RuleAnnotationClause', { name }),
      ),
      rule: table.rules.map((rule) => this.#rule(rule)),
    });
    return this.#create('dmn:Decision', {
      id: table.id,
      name: table.name,
      extensionElements: this.#extensions([
        this.#words('Words', table.say),
        table.issue && this.#issue(table.issue),
      ]),
      informationRequirement: requires,
      decisionLogic: logic,
    });
  }

  #input({ id, expression, type, label, say: words, values }: Column): ModdleElement {
    return this.#create('dmn:InputClause', {
      id,
      label,
      extensionElements: this.#extensions([this.#words('Words', words)]),
      inputExpression: this.#create('dmn:LiteralExpression', {
        typeRef: type && typeRefOf(type),
        text: expression,
      }),
      inputValues: this.#text('dmn:UnaryTests', values),
    });
  }

  #output({ id, name, label, type, values, otherwise, words }: Output): ModdleElement {
    return this.#create('dmn:OutputClause', {
      id,
      name,
      label,
      typeRef: type && typeRefOf(type),
      extensionElements: this.#extensions(this.#values(words)),
      outputValues: this.#text('dmn:UnaryTests', values),
      defaultOutputEntry: this.#text('dmn:LiteralExpression', otherwise),
    });
  }

  #rule({ id, when, gives: outcomes, cells, description, annotations }: Rule): ModdleElement {
    return this.#create('dmn:DecisionRule', {
      id,
      description,
      inputEntry: when.map((text, c) => this.#create('dmn:UnaryTests', { id: cells?.[c], text })),
      outputEntry: outcomes.map((text) => this.#create('dmn:LiteralExpression', { text })),
      annotationEntry: annotations?.map((text) => this.#create('dmn:RuleAnnotation', { text })),
    });
  }

  #issue({ version, from, until, zone, invented, issuer, document, appeal }: Issue): ModdleElement {
    return this.#create('lbw:Issue', {
      version,
      from,
      until,
      zone,
      invented: invented && 'true',
      issuer: this.#words('Issuer', issuer),
      document: this.#words('Document', document),
      appeal: this.#words('Appeal', appeal),
    });
  }

  #text(type: string, text: string | undefined): ModdleElement | undefined {
    return text === undefined ? undefined : this.#create(type, { text });
  }

  #words(type: string, words: Say | undefined): ModdleElement | undefined {
    return words && this.#create(`lbw:${type}`, { zh: words['zh-CN'], en: words.en });
  }

  #values(values: readonly OutcomeWords[] = []): ModdleElement[] {
    return values.map(({ value, say: words, admits }) =>
      this.#create('lbw:Value', {
        is: JSON.stringify(value),
        zh: words['zh-CN'],
        en: words.en,
        admits: admits === undefined ? undefined : String(admits),
      }),
    );
  }

  #extensions(values: readonly (ModdleElement | undefined)[]): ModdleElement | undefined {
    const given = values.filter((value) => value !== undefined);
    return given.length > 0 ? this.#create('dmn:ExtensionElements', { values: given }) : undefined;
  }
}
