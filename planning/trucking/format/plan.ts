import type {
  DeliverStop,
  FillStop,
  HomeStop,
  PatchOperation,
  Plan,
  Route,
  Say,
  Score,
  ShortRow,
  TierScore,
} from '../water-day.ts';
import { below, FaultList, type Parsed } from './faults.ts';
import { readJson } from './json-text.ts';
import {
  isRecord,
  list,
  may,
  must,
  number,
  type Reader,
  record,
  tag,
  text,
  whole,
} from './readers.ts';
import { found } from './show.ts';

const wholeNumber = whole(0);
const amount = number({ least: 0 });

const visit = {
  arrive: must(wholeNumber),
  start: must(wholeNumber),
  finish: must(wholeNumber),
  litres: must(wholeNumber),
};

const stopKinds = new Map<unknown, Reader>([
  ['home', record<HomeStop>({ kind: must(text), at: must(wholeNumber) })],
  ['fill', record<FillStop>({ kind: must(text), source: must(text), ...visit })],
  ['deliver', record<DeliverStop>({ kind: must(text), point: must(text), ...visit })],
]);

const stop: Reader = (value, path, faults) => {
  if (!isRecord(value)) {
    faults.add(path, 'wrong-type', found(value), {
      'zh-CN': '一个对象 {"kind": …}',
      en: 'an object {"kind": …}',
    });
    return;
  }
  const kind = Object.hasOwn(value, 'kind') ? value.kind : undefined;
  const read = stopKinds.get(kind);
  if (read) read(value, path, faults);
  else {
    faults.add(below(path, 'kind'), 'unknown-kind', kind === undefined ? missing : found(kind), {
      'zh-CN': '"home"、"fill" 或 "deliver"',
      en: '"home", "fill" or "deliver"',
    });
  }
};

const missing: Say = { 'zh-CN': '缺少这个键', en: 'is missing' };

const operations = ['add', 'remove', 'replace', 'move', 'copy', 'test'];

const operation: Reader = (value, path, faults) => {
  if (operations.includes(value as string)) return;
  faults.add(path, 'unknown-operation', found(value), {
    'zh-CN': `其中之一：${operations.join('、')}`,
    en: `one of ${operations.join(', ')}`,
  });
};

const pointer: Reader = (value, path, faults) => {
  if (value === '') return;
  if (typeof value === 'string' && value.startsWith('/') && !/~(?![01])/.test(value)) return;
  faults.add(path, 'not-a-pointer', found(value), {
    'zh-CN': 'JSON 指针，如 "/sources/0/open/0/1"',
    en: 'a JSON pointer like "/sources/0/open/0/1"',
  });
};

const anything: Reader = () => {};

const needsTheOther: Reader = (value, path, faults) => {
  const { op } = value as PatchOperation;
  const needed =
    op === 'add' || op === 'replace' || op === 'test'
      ? 'value'
      : op === 'move' || op === 'copy'
        ? 'from'
        : undefined;
  if (needed === undefined || Object.hasOwn(value as object, needed)) return;
  faults.add(below(path, needed), 'missing-key', missing, {
    'zh-CN': `操作 ${op} 需要 ${needed}`,
    en: `a value for ${needed}, which ${op} needs`,
  });
};

const patch = list(
  record<PatchOperation>(
    { op: must(operation), path: must(pointer), from: may(pointer), value: may(anything) },
    needsTheOther,
  ),
);

const patchOrNull: Reader = (value, path, faults) => {
  if (value !== null) patch(value, path, faults);
};

const bothLanguages = { 'zh-CN': must(text), en: must(text) };

const shape = record<Plan>({
  format: must(tag('water-day-plan/1')),
  problem: must(text),
  routes: must(list(record<Route>({ tanker: must(text), stops: must(list(stop)) }))),
  score: must(
    record<Score>({
      tiers: must(
        list(
          record<TierScore>({
            name: must(text),
            hardship: must(amount),
            worst: must(amount),
            people: must(amount),
          }),
        ),
      ),
      metres: must(wholeNumber),
      changed: must(wholeNumber),
    }),
  ),
  short: must(
    list(
      record<ShortRow>({
        point: must(text),
        tier: must(text),
        litres: must(wholeNumber),
        because: must(text),
        say: must(record<Say>(bothLanguages)),
        remedy: must(record<ShortRow['remedy']>({ ...bothLanguages, patch: must(patchOrNull) })),
      }),
    ),
  ),
});

/**
 * Reads a `water-day-plan/1` plan from a JSON value. Whether it keeps the rules of a day is for `check`.
 *
 * @param json any value, such as `JSON.parse` gives; it is neither changed nor copied.
 * @returns the same value as a {@link Plan}, or its faults, each with a JSON pointer. Never throws.
 */
export function parsePlan(json: unknown): Parsed<'plan', Plan> {
  const faults = new FaultList();
  shape(json, '', faults);
  return faults.none ? { ok: true, plan: json as Plan } : { ok: false, faults: faults.close() };
}

/**
 * Reads a `water-day-plan/1` plan from the text of a file; a leading byte order mark is skipped.
 *
 * @returns as {@link parsePlan}; a mistake in the JSON itself is told with line and column.
 */
export function parsePlanText(text: string): Parsed<'plan', Plan> {
  const read = readJson(text);
  return read.ok ? parsePlan(read.json) : read;
}
