import type { ModdleElement } from 'dmn-moddle';
import { type DmnCode, type Fault, say } from '../refuse/fault.ts';
import type {
  Column,
  Constant,
  DecisionTable,
  Fact,
  HitPolicy,
  Issue,
  OutcomeWords,
  Output,
  Rule,
  Say,
  ValueType,
  ValueWords,
} from '../table.ts';
import { childOf, childrenOf, extensionsOf, findType, textOf } from './moddle.ts';

const HIT_POLICIES: readonly string[] = ['UNIQUE', 'FIRST', 'ANY', 'COLLECT'];

/** What a file declares for all of its decisions. */
export interface Declared {
  items: ReadonlyMap<string, ModdleElement>;
  inputData: readonly ModdleElement[];
  byName: ReadonlyMap<string, ModdleElement>;
}

export function declaredIn(definitions: ModdleElement): Declared {
  const inputData = childrenOf(definitions, 'drgElement').filter(
    ({ $type }) => $type === 'dmn:InputData',
  );
  const items = childrenOf(definitions, 'itemDefinition');
  return {
    items: new Map(items.map((item) => [textOf(item, 'name') ?? '', item])),
    inputData,
    byName: new Map(inputData.map((element) => [nameOf(element), element])),
  };
}

interface Typed {
  type?: ValueType;
  /** What its item definition allows. */
  values?: string;
}

/** The decision table of one decision; what cannot be read of it is added to the faults. */
export function readDecision(
  decision: ModdleElement,
  file: Declared,
  faults: Fault<DmnCode>[],
): DecisionTable {
  const logic = childOf(decision, 'decisionLogic');
  const id = textOf(decision, 'id') ?? textOf(decision, 'name') ?? 'decision';
  const reader = new Reader(id, file, faults);
  const hitPolicy = textOf(logic, 'hitPolicy') ?? 'UNIQUE';
  if (!HIT_POLICIES.includes(hitPolicy)) {
    reader.add(
      'unknown-hit-policy',
      say(`用了 ${hitPolicy}，这里不支持`, `uses ${hitPolicy}, which is not supported`),
      say(`改用 ${HIT_POLICIES.join('、')} 之一`, `use one of ${HIT_POLICIES.join(', ')}`),
    );
  }
  const aggregation = textOf(logic, 'aggregation');
  const annotations = childrenOf(logic, 'annotation').map((clause) => textOf(clause, 'name') ?? '');
  const columns = childrenOf(logic, 'input').map((input) => reader.column(input));
  const words = sayOf(extensionsOf(decision, 'Words')[0]);
  const issue = issueOf(decision);
  const facts = reader.facts(decision, columns);
  return {
    id,
    name: textOf(decision, 'name') ?? id,
    ...(words && { say: words }),
    ...(issue && { issue }),
    hitPolicy: hitPolicy as HitPolicy,
    ...(aggregation !== undefined && { aggregation: aggregation as DecisionTable['aggregation'] }),
    ...(facts.length > 0 && { facts }),
    columns,
    outputs: childrenOf(logic, 'output').map((output) => reader.output(output)),
    ...(annotations.length > 0 && { annotations }),
    rules: childrenOf(logic, 'rule').map(ruleOf),
  };
}

class Reader {
  readonly #id: string;
  readonly #faults: Fault<DmnCode>[];
  readonly #file: Declared;

  constructor(id: string, file: Declared, faults: Fault<DmnCode>[]) {
    this.#id = id;
    this.#faults = faults;
    this.#file = file;
  }

  add(code: DmnCode, cause: Say, remedy: Say, at = this.#id): void {
    this.#faults.push({ code, at, cause, remedy });
  }

  column(input: ModdleElement): Column {
    const expression = childOf(input, 'inputExpression');
    const text = textOf(expression, 'text')?.trim() ?? '';
    const at = `${this.#id}/${text || (textOf(input, 'label') ?? '')}`;
    const language = textOf(expression, 'expressionLanguage');
    if (language !== undefined && !/feel/i.test(language)) {
      this.add(
        'unsupported-language',
        say(`用 ${language} 写成`, `is written in ${language}`),
        say('改用 FEEL', 'use FEEL'),
        at,
      );
    }
    const own = this.#typed(textOf(expression, 'typeRef'), at);
    const declared = this.#file.byName.get(text);
    const fact = this.#typed(textOf(childOf(declared, 'variable'), 'typeRef'), at);
    const values = textOf(childOf(input, 'inputValues'), 'text') ?? own.values ?? fact.values;
    const type = own.type ?? fact.type;
    const words = sayOf(extensionsOf(input, 'Words')[0]);
    return {
      ...named(input, 'id'),
      expression: text,
      ...(type && { type }),
      ...named(input, 'label'),
      ...(words && { say: words }),
      ...(values !== undefined && { values }),
    };
  }

  output(output: ModdleElement): Output {
    const { type, values: allowed } = this.#typed(textOf(output, 'typeRef'), this.#id);
    const values = textOf(childOf(output, 'outputValues'), 'text') ?? allowed;
    const otherwise = textOf(childOf(output, 'defaultOutputEntry'), 'text');
    const words = outcomeWordsOf(output);
    return {
      ...named(output, 'id'),
      ...named(output, 'name'),
      ...named(output, 'label'),
      ...(type && { type }),
      ...(values !== undefined && { values }),
      ...(otherwise !== undefined && { otherwise }),
      ...(words.length > 0 && { words }),
    };
  }

  /** The input data that the decision requires, or that a column names. */
  facts(decision: ModdleElement, columns: readonly Column[]): Fact[] {
    const required = new Set(
      childrenOf(decision, 'informationRequirement').map((requirement) =>
        textOf(childOf(requirement, 'requiredInput'), 'href')?.replace(/^#/, ''),
      ),
    );
    const asked = new Set(
      columns.flatMap(({ expression }) => [expression, ...expression.split(/\s+-\s+/)]),
    );
    const data = this.#file.inputData.filter(
      (element) => required.has(textOf(element, 'id') ?? '') || asked.has(nameOf(element)),
    );
    return data.map((element): Fact => {
      const { type } = this.#typed(textOf(childOf(element, 'variable'), 'typeRef'), this.#id);
      const words = sayOf(extensionsOf(element, 'Words')[0]);
      const unit = sayOf(extensionsOf(element, 'Unit')[0]);
      const values = valueWordsOf(element);
      return {
        name: nameOf(element),
        ...(type && { type }),
        ...(words && { say: words }),
        ...(unit && { unit }),
        ...(values.length > 0 && { values }),
      };
    });
  }

  /** Follows a type through the file's item definitions. */
  #typed(typeRef: string | undefined, at: string): Typed {
    if (typeRef === undefined || typeRef.trim() === '') return {};
    const seen = new Set<string>();
    let values: string | undefined;
    for (let name = typeRef; !seen.has(name); ) {
      seen.add(name);
      const type = findType(name);
      if (type === null) return { ...(values !== undefined && { values }) };
      if (type) return { type, ...(values !== undefined && { values }) };
      const item = this.#file.items.get(name.trim());
      const next = textOf(item, 'typeRef');
      values ??= textOf(childOf(item, 'allowedValues'), 'text');
      if (next === undefined || item?.['isCollection'] === true) break;
      name = next;
    }
    this.add(
      'unknown-type',
      say(`类型 ${typeRef} 不认识`, `has the type ${typeRef}, which is not known`),
      say(
        '写 string、number、boolean、date、time、dateTime、dayTimeDuration 或 yearMonthDuration',
        'give string, number, boolean, date, time, dateTime, dayTimeDuration or yearMonthDuration',
      ),
      at,
    );
    return {};
  }
}

function nameOf(element: ModdleElement): string {
  return textOf(childOf(element, 'variable'), 'name') ?? textOf(element, 'name') ?? '';
}

function named<Key extends string>(element: ModdleElement, key: Key): { [K in Key]?: string } {
  const text = textOf(element, key);
  return (text === undefined ? {} : { [key]: text }) as { [K in Key]?: string };
}

function ruleOf(rule: ModdleElement): Rule {
  const entries = childrenOf(rule, 'inputEntry');
  const cells = entries.map((entry) => textOf(entry, 'id'));
  const annotations = childrenOf(rule, 'annotationEntry').map(
    (entry) => textOf(entry, 'text') ?? '',
  );
  return {
    ...named(rule, 'id'),
    when: entries.map((entry) => textOf(entry, 'text') ?? ''),
    gives: childrenOf(rule, 'outputEntry').map((entry) => textOf(entry, 'text') ?? ''),
    ...(cells.some((cell) => cell !== undefined) && { cells }),
    ...named(rule, 'description'),
    ...(annotations.length > 0 && { annotations }),
  };
}

function issueOf(decision: ModdleElement): Issue | undefined {
  const [issue] = extensionsOf(decision, 'Issue');
  if (!issue) return undefined;
  const issuer = sayOf(childOf(issue, 'issuer'));
  const document = sayOf(childOf(issue, 'document'));
  const appeal = sayOf(childOf(issue, 'appeal'));
  return {
    ...named(issue, 'version'),
    ...named(issue, 'from'),
    ...named(issue, 'until'),
    ...(issuer && { issuer }),
    ...(document && { document }),
    ...(appeal && { appeal }),
    ...named(issue, 'zone'),
    ...(textOf(issue, 'invented') === 'true' && { invented: true as const }),
  };
}

function sayOf(element: ModdleElement | undefined): Say | undefined {
  const [zh, en] = [textOf(element, 'zh'), textOf(element, 'en')];
  return zh === undefined && en === undefined ? undefined : say(zh ?? en ?? '', en ?? zh ?? '');
}

const valueWordsOf = (element: ModdleElement): ValueWords[] =>
  outcomeWordsOf(element).map(({ value, say: words }) => ({ value, say: words }));

function outcomeWordsOf(element: ModdleElement): OutcomeWords[] {
  return extensionsOf(element, 'Value').flatMap((value) => {
    const words = sayOf(value);
    const constant = constantOf(textOf(value, 'is') ?? '');
    const admits = constantOf(textOf(value, 'admits') ?? '');
    return words && constant !== undefined
      ? [{ value: constant, say: words, ...(typeof admits === 'boolean' && { admits }) }]
      : [];
  });
}

function constantOf(text: string): Constant | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? undefined : (value as Constant);
  } catch {
    return undefined;
  }
}
