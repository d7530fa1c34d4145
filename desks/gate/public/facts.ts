import { choices, hidden, lineField, momentField, tick } from '@liangbuwu/office/public/form.ts';
import { type Html, html } from '@liangbuwu/office/public/html.ts';
import type { PageLanguage } from '@liangbuwu/office/public/language.ts';
import { findInstant } from '@liangbuwu/office/public/local-time.ts';
import { moments } from '@liangbuwu/office/public/moments.ts';
import type { RuleFact } from '@liangbuwu/office/rulebook/rulebook.ts';
import { Constant } from '@liangbuwu/office/rulebook/table.ts';
import type { FactValues } from '../gate.ts';
import type { GateWords } from './words.ts';

/** What somebody said so far, and what they do not know. */
export interface Told {
  facts: FactValues;
  unknown: readonly string[];
}

/** A form's value for "I do not know". */
const notKnown = '?';

/** What a form carries of facts: chosen ones as JSON under `f.`, typed ones under `t.`. Only facts of the catalogue are looked at. */
export function readFacts(
  fields: Readonly<Record<string, string>>,
  catalogue: readonly RuleFact[],
  zone: string,
): Told {
  const told: [string, FactValues[string]][] = [];
  const unknown: string[] = [];
  for (const fact of catalogue) {
    const chosen = fields[`f.${fact.name}`];
    if (chosen === notKnown) {
      unknown.push(fact.name);
      continue;
    }
    const value = findChosen(chosen) ?? findTyped(fields[`t.${fact.name}`], fact, zone);
    if (value) told.push([fact.name, value.is]);
  }
  return { facts: Object.fromEntries(told), unknown };
}

function findChosen(json: string | undefined): { is: FactValues[string] } | undefined {
  if (json === undefined) return undefined;
  try {
    const read = Constant.safeParse(JSON.parse(json));
    return read.success ? { is: read.data } : undefined;
  } catch {
    return undefined;
  }
}

function findTyped(
  typed: string | undefined,
  { type }: RuleFact,
  zone: string,
): { is: FactValues[string] } | undefined {
  if (typed === undefined) return undefined;
  if (type === 'date and time') {
    const at = findInstant(typed, zone);
    return at === undefined ? undefined : { is: at };
  }
  if (type !== 'number' && type !== 'integer') return { is: typed };
  const figure = Number(typed.normalize('NFKC').replace(/[℃°C\s]/gi, ''));
  return Number.isFinite(figure) ? { is: figure } : undefined;
}

/** What was said, carried along unseen. */
export const carried = ({ facts, unknown }: Told): Html =>
  html`${Object.entries(facts).map(([name, value]) => hidden(`f.${name}`, JSON.stringify(value)))}${unknown.map((name) => hidden(`f.${name}`, notKnown))}`;

/** A fact as somebody gave it: 本人健康码：红码. */
export function factLine(
  { say, type, unit, values }: RuleFact,
  value: FactValues[string],
  { w, zone, language }: { w: GateWords; zone: string; language: PageLanguage },
): string {
  const given = values.find((one) => one.value === value)?.say[language];
  const words =
    given ??
    (typeof value === 'boolean'
      ? value
        ? w.yes
        : w.no
      : type === 'date and time' && typeof value === 'string'
        ? moments(language).moment(value, zone)
        : `${value ?? w.nothing}${unit?.[language] ?? ''}`);
  return `${say[language]}${language === 'en' ? ': ' : '：'}${words}`;
}

/** One question. */
export function factField(fact: RuleFact, w: GateWords, language: PageLanguage): Html {
  const { name, type, say, unit, values } = fact;
  const words = (value: unknown) => values.find((one) => one.value === value)?.say[language];
  const unknown = { value: notKnown, words: w.notKnown };
  const none = words(null);
  const choice = (value: unknown, said: string) => ({ value: JSON.stringify(value), words: said });
  if (type === 'boolean')
    return choices(`f.${name}`, say[language], [
      choice(true, words(true) ?? w.yes),
      choice(false, words(false) ?? w.no),
      ...(none === undefined ? [] : [choice(null, none)]),
      unknown,
    ]);
  if (type === 'string' && values.length > 0)
    return choices(`f.${name}`, say[language], [
      ...values.map((one) => choice(one.value, one.say[language])),
      unknown,
    ]);
  if (type === 'integer' && values.some(({ value }) => value !== null))
    return html`${choices(
      `f.${name}`,
      say[language],
      [...values.map((one) => choice(one.value, one.say[language])), unknown],
      { required: false },
    )}${lineField({ name: `t.${name}`, label: w.otherFigure }, { mode: 'numeric', most: 12, complete: 'off' })}`;
  const label = `${say[language]}${unit ? ` (${unit[language].trim()})` : ''}`;
  const instead = html`${none !== undefined && tick(`f.${name}`, 'null', none)}${tick(`f.${name}`, notKnown, w.notKnown)}`;
  if (type === 'date and time')
    return html`${momentField({ name: `t.${name}`, label }, {})}${instead}`;
  const mode = type === 'number' ? 'decimal' : type === 'integer' ? 'numeric' : 'text';
  return html`${lineField({ name: `t.${name}`, label }, { mode, most: 60, complete: 'off' })}${instead}`;
}
