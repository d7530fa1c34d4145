import { DmnModdle, type ModdleElement } from 'dmn-moddle';
import type { ValueType } from '../table.ts';

/** The namespace of what DMN has no place for: words in both languages, and who issued a table. */
export const NAMESPACE = 'urn:liangbuwu:rules:1';

const attribute = (name: string) => ({ name, isAttr: true, type: 'String' });
const words = [attribute('zh'), attribute('en')];

const types = [
  { name: 'Words', superClass: ['Element'], properties: words },
  { name: 'Unit', superClass: ['Element'], properties: words },
  {
    name: 'Value',
    superClass: ['Element'],
    properties: [attribute('is'), ...words, attribute('admits')],
  },
  { name: 'Issuer', superClass: ['Element'], properties: words },
  { name: 'Document', superClass: ['Element'], properties: words },
  { name: 'Appeal', superClass: ['Element'], properties: words },
  {
    name: 'Issue',
    superClass: ['Element'],
    properties: [
      ...['version', 'from', 'until', 'zone', 'invented'].map(attribute),
      { name: 'issuer', type: 'Issuer' },
      { name: 'document', type: 'Document' },
      { name: 'appeal', type: 'Appeal' },
    ],
  },
];

export function openModdle(): DmnModdle {
  const lbw = {
    name: 'Liangbuwu',
    prefix: 'lbw',
    uri: NAMESPACE,
    xml: { tagAlias: 'lowerCase' },
    associations: [],
    types,
  };
  return new DmnModdle({ lbw });
}

export const MODEL = 'https://www.omg.org/spec/DMN/20191111/MODEL/';

/** The same elements of tables in other editions of DMN: 1.1, 1.2, 1.4, 1.5. */
export const OTHER_EDITIONS = [
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
];

const TYPE_NAMES = new Map<string, ValueType>([
  ['string', 'string'],
  ['number', 'number'],
  ['double', 'number'],
  ['integer', 'integer'],
  ['long', 'integer'],
  ['boolean', 'boolean'],
  ['date', 'date'],
  ['time', 'time'],
  ['dateTime', 'date and time'],
  ['date and time', 'date and time'],
  ['dayTimeDuration', 'days and time duration'],
  ['days and time duration', 'days and time duration'],
  ['yearMonthDuration', 'years and months duration'],
  ['years and months duration', 'years and months duration'],
]);

/** The type that a name stands for; null for any, undefined for one that is not known. */
export function findType(typeRef: string): ValueType | null | undefined {
  const name = typeRef.replace(/^(?:feel|xsd|xs):/, '').trim();
  return name === 'Any' || name === 'any' ? null : TYPE_NAMES.get(name);
}

const WRITTEN = new Map<ValueType, string>([
  ['date and time', 'dateTime'],
  ['days and time duration', 'dayTimeDuration'],
  ['years and months duration', 'yearMonthDuration'],
]);

export function typeRefOf(type: ValueType): string {
  return WRITTEN.get(type) ?? type;
}

export function childOf(
  element: ModdleElement | undefined,
  key: string,
): ModdleElement | undefined {
  const child = element?.[key];
  return typeof child === 'object' && child !== null ? (child as ModdleElement) : undefined;
}

export function childrenOf(element: ModdleElement | undefined, key: string): ModdleElement[] {
  const children = element?.[key];
  return Array.isArray(children) ? (children as ModdleElement[]) : [];
}

export function textOf(element: ModdleElement | undefined, key: string): string | undefined {
  const text = element?.[key];
  return typeof text === 'string' ? text : undefined;
}

/** What of ours is written beneath an element. */
export function extensionsOf(element: ModdleElement | undefined, type: string): ModdleElement[] {
  return childrenOf(childOf(element, 'extensionElements'), 'values').filter(
    ({ $type }) => $type === `lbw:${type}`,
  );
}
