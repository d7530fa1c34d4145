import type { Said } from '@liangbuwu/ui/language/messages.ts';
import { Refusal } from '../../http/refusal.ts';
import type { TableRoutes } from './queries.ts';
import { fieldsOf } from './use-save-cell.ts';

type Faults = Record<string, Said>;

/** What a refusal says of fields that the form has. */
export function faultsByField(routes: TableRoutes, error: unknown): Faults {
  if (!(error instanceof Refusal)) return {};
  const faults: Faults = {};
  for (const { path, cause, remedy } of error.body.at ?? []) {
    const [, part, field] = path.split('/');
    if (part !== 'body' || !field || !(field in fieldsOf(routes, {}))) continue;
    faults[field] = {
      'zh-CN': cause['zh-CN'] + remedy['zh-CN'],
      en: `${cause.en}. ${remedy.en}`,
    };
  }
  return faults;
}

/** Fields that may not stay empty and are. */
export function missingIn(routes: TableRoutes, values: Readonly<Record<string, unknown>>): Faults {
  const fields = fieldsOf(routes, values);
  return Object.fromEntries(
    routes.table.columns
      .filter(
        ({ field, optional, shown }) => !optional && !shown && (fields[field] ?? null) === null,
      )
      .map(({ field }) => [field, { 'zh-CN': '请填写', en: 'Please fill this in' }]),
  );
}
