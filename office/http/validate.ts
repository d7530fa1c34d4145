import type { z } from 'zod';
import type { Contract } from './contract.ts';
import { type Fault, refuse } from './refusal.ts';
import { say } from './say.ts';
import type { Say } from './say.ts';
import { malformed } from './shared-refusals.ts';

/** Parses a request's three parts by its contract, and refuses with every fault at once. */
export function validate(
  contract: Contract,
  given: { params: unknown; query: unknown; body: unknown },
): { params: unknown; query: unknown; body: unknown } {
  const faults: Fault[] = [];
  const parsed = { params: undefined as unknown, query: undefined as unknown, body: undefined as unknown };
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = contract[part];
    if (!schema) {
      const sent = given[part];
      if (sent && typeof sent === 'object' && Object.keys(sent).length > 0) {
        faults.push(unexpected(`/${part}`, Object.keys(sent)));
      }
      continue;
    }
    const result = schema.safeParse(given[part] ?? (part === 'body' ? undefined : {}), {
      reportInput: true,
    });
    if (result.success) parsed[part] = result.data;
    else for (const issue of result.error.issues) faults.push(...explain(part, issue));
  }
  if (faults.length > 0) throw refuse(malformed, undefined, faults.slice(0, 50));
  return parsed;
}

function unexpected(path: string, keys: readonly string[]): Fault {
  const names = keys.slice(0, 5).map((key) => JSON.stringify(brief(key))).join(', ');
  return {
    path,
    code: 'unknown-key',
    cause: say(`有不认识的字段：${names}`, `unknown: ${names}`),
    remedy: say('请去掉它，或核对字段名的拼写。', 'Leave it out, or check its spelling.'),
  };
}

const pointer = (part: string, path: readonly PropertyKey[]) =>
  `/${part}${path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;

const brief = (value: unknown): string => {
  const shown = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
};

const typeNames: Record<string, Say> = {
  string: say('文字', 'a text'),
  number: say('数', 'a number'),
  int: say('整数', 'a whole number'),
  boolean: say('true 或 false', 'true or false'),
  array: say('列表', 'a list'),
  object: say('对象', 'an object'),
};

function explain(part: string, issue: z.core.$ZodIssue): Fault[] {
  const path = pointer(part, issue.path);
  const fault = (code: string, cause: Say, remedy: Say): Fault[] => [{ path, code, cause, remedy }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, 10).map((key) => unexpected(pointer(part, [...issue.path, brief(key)]), [key]));
    case 'invalid_type': {
      const wanted = typeNames[issue.expected] ?? say(issue.expected, issue.expected);
      if (issue.input === undefined) {
        return fault('missing', say('缺少这一项。', 'this is missing'), say(`请填写${wanted['zh-CN']}。`, `Give ${wanted.en}.`));
      }
      return fault(
        'wrong-type',
        say(`“${brief(issue.input)}”不是${wanted['zh-CN']}。`, `${brief(issue.input)} is not ${wanted.en}`),
        say(`请填写${wanted['zh-CN']}。`, `Give ${wanted.en}.`),
      );
    }
    case 'too_small':
    case 'too_big': {
      const small = issue.code === 'too_small';
      const limit = Number(small ? issue.minimum : issue.maximum);
      const among =
        issue.origin === 'string'
          ? say('个字', ' characters')
          : issue.origin === 'array'
            ? say('项', ' entries')
            : say('', '');
      return fault(
        small ? 'too-small' : 'too-large',
        small ? say('小于允许的范围。', 'below what is allowed') : say('超出允许的范围。', 'beyond what is allowed'),
        small
          ? say(`不得少于 ${limit}${among['zh-CN']}。`, `At least ${limit}${among.en}.`)
          : say(`不得多于 ${limit}${among['zh-CN']}。`, `At most ${limit}${among.en}.`),
      );
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(' | ');
      return fault(
        'not-one-of',
        say(`“${brief(issue.input)}”不在可选之列。`, `${brief(issue.input)} is not one of the choices`),
        say(`可选：${values}`, `One of: ${values}`),
      );
    }
    case 'invalid_format': {
      const known: Record<string, Say> = {
        uuid: say('编号（uuid）', 'an id (uuid)'),
        date: say('日期，如 2022-11-10', 'a date such as 2022-11-10'),
        datetime: say('带时区的时间，如 2022-11-10T06:00:00+08:00', 'a time with offset such as 2022-11-10T06:00:00+08:00'),
        regex: say('规定格式的文字，不含控制字符', 'a text of the given form, without control characters'),
      };
      const wanted = known[issue.format] ?? say(issue.format, issue.format);
      return fault(
        'wrong-form',
        say(`“${brief(issue.input)}”的格式不对。`, `${brief(issue.input)} has the wrong form`),
        say(`应为${wanted['zh-CN']}。`, `It should be ${wanted.en}.`),
      );
    }
    case 'invalid_union': {
      const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0];
      return nearest && nearest.length > 0
        ? nearest.flatMap((inner) => explain(part, { ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue))
        : fault('wrong-form', say('不合要求。', 'not one of the forms allowed'), say('请查看接口说明。', 'See the description of this route.'));
    }
    default:
      return fault('wrong-form', say('不合要求。', issue.message), say('请查看接口说明。', 'See the description of this route.'));
  }
}
