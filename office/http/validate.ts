import type { z } from 'zod';
import type { Contract } from './contract.ts';
import { type Fault, refuse } from './refusal.ts';
import type { Say } from './say.ts';
import { say } from './say.ts';
import { malformed } from './shared-refusals.ts';

/** Parses a request's three parts by its contract, and refuses with every fault at once. */
export function validate(
  contract: Contract,
  given: { params: unknown; query: unknown; body: unknown },
): { params: unknown; query: unknown; body: unknown } {
  const faults: Fault[] = [];
  const shown = contract.confidential ? hidden : quoted;
  const parsed = {
    params: undefined as unknown,
    query: undefined as unknown,
    body: undefined as unknown,
  };
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
    else for (const issue of result.error.issues) faults.push(...explain(part, issue, shown));
  }
  if (faults.length > 0) throw refuse(malformed, undefined, faults.slice(0, 50));
  return parsed;
}

function unexpected(path: string, keys: readonly string[]): Fault {
  const names = keys
    .slice(0, 5)
    .map((key) => JSON.stringify(brief(key)))
    .join(', ');
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
  const shown =
    typeof value === 'string' || typeof value === 'number'
      ? String(value)
      : (JSON.stringify(value) ?? 'undefined');
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
};

type Shown = (value: unknown) => Say;
const quoted: Shown = (value) => say(`“${brief(value)}”`, brief(value));
const hidden: Shown = () => say('所填内容', 'what was given');

function explain(part: string, issue: z.core.$ZodIssue, shown: Shown): Fault[] {
  const path = pointer(part, issue.path);
  const input = shown(issue.input);
  const fault = (code: string, cause: Say, remedy: Say): Fault[] => [{ path, code, cause, remedy }];
  const within = (inner: z.core.$ZodIssue): Fault[] =>
    explain(part, { ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue, shown);
  if (issue.input === undefined && notGiven.has(issue.code)) {
    const wanted = wantedBy(issue);
    return fault(
      'missing',
      say('缺少这一项。', 'this is missing'),
      say(`请填写${wanted['zh-CN']}。`, `Give ${wanted.en}.`),
    );
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys
        .slice(0, 10)
        .map((key) => unexpected(pointer(part, [...issue.path, brief(key)]), [key]));
    case 'invalid_type': {
      const wanted = wantedBy(issue);
      return fault(
        'wrong-type',
        say(`${input['zh-CN']}不是${wanted['zh-CN']}。`, `${input.en} is not ${wanted.en}`),
        say(`请填写${wanted['zh-CN']}。`, `Give ${wanted.en}.`),
      );
    }
    case 'too_small':
      return fault('too-small', say('小于允许的范围。', 'below what is allowed'), least(issue));
    case 'too_big':
      return fault('too-large', say('超出允许的范围。', 'beyond what is allowed'), most(issue));
    case 'not_multiple_of':
      return fault(
        'not-a-step',
        say(
          `${input['zh-CN']}不是 ${issue.divisor} 的倍数。`,
          `${input.en} is no multiple of ${issue.divisor}`,
        ),
        say(`请填写 ${issue.divisor} 的倍数。`, `Give a multiple of ${issue.divisor}.`),
      );
    case 'invalid_value': {
      const values = issue.values.map(String).join(' | ');
      return fault(
        'not-one-of',
        say(`${input['zh-CN']}不在可选之列。`, `${input.en} is not one of the choices`),
        say(`可选：${values}`, `One of: ${values}`),
      );
    }
    case 'invalid_format': {
      const wanted = wantedBy(issue);
      return fault(
        'wrong-form',
        say(`${input['zh-CN']}的格式不对。`, `${input.en} has the wrong form`),
        say(`应为${wanted['zh-CN']}。`, `It should be ${wanted.en}.`),
      );
    }
    // The key itself, or what stands under it in a map or a set.
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap(within);
    case 'invalid_union': {
      // The form that it comes nearest to is the one that it was meant to be.
      const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0];
      if (nearest?.length) return nearest.flatMap(within);
      const choices =
        'options' in issue && Array.isArray(issue.options)
          ? issue.options.map(String).join(' | ')
          : '';
      return fault(
        'not-one-of',
        say(
          `${input['zh-CN']}不合任何一种允许的形式。`,
          `${input.en} is none of the forms allowed`,
        ),
        choices ? say(`可选：${choices}`, `One of: ${choices}`) : seeDescription,
      );
    }
    // A rule between fields: its message is the rule, written so that it reads in both languages.
    case 'custom':
      return fault(
        'rule-broken',
        say(
          `${input['zh-CN']}不合规则：${issue.message}`,
          `${input.en} breaks the rule: ${issue.message}`,
        ),
        say(`应满足：${issue.message}`, `It must hold that ${issue.message}`),
      );
  }
}

const notGiven = new Set<string>([
  'invalid_type',
  'invalid_value',
  'invalid_union',
  'invalid_format',
]);
const seeDescription = say(
  '允许的形式见 /api/openapi.json。',
  'The forms allowed are in /api/openapi.json.',
);

const typeNames: Record<string, Say> = {
  string: say('文字', 'a text'),
  number: say('数', 'a number'),
  int: say('整数', 'a whole number'),
  boolean: say('true 或 false', 'true or false'),
  array: say('列表', 'a list'),
  tuple: say('列表', 'a list'),
  object: say('对象', 'an object'),
  record: say('对象', 'an object'),
  null: say('null', 'null'),
};

const formNames: Record<string, Say> = {
  uuid: say('编号（uuid）', 'an id (uuid)'),
  date: say('日期，如 2022-11-10', 'a date such as 2022-11-10'),
  datetime: say(
    '带时区的时间，如 2022-11-10T06:00:00+08:00',
    'a time with offset such as 2022-11-10T06:00:00+08:00',
  ),
  regex: say(
    '规定格式的文字，不含控制字符',
    'a text of the given form, without control characters',
  ),
  url: say('网址，如 https://example.org/', 'an address such as https://example.org/'),
  email: say('电子邮箱，如 name@example.org', 'an e-mail address such as name@example.org'),
};

/** What a value of this place would be. */
function wantedBy(issue: z.core.$ZodIssue): Say {
  if (issue.code === 'invalid_type')
    return typeNames[issue.expected] ?? say(issue.expected, issue.expected);
  if (issue.code === 'invalid_format')
    return formNames[issue.format] ?? say(issue.format, issue.format);
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).join(' | ');
    return say(`其中之一：${values}`, `one of ${values}`);
  }
  return say('这一项的值', 'a value for it');
}

const counted: Record<string, Say> = {
  string: say('个字', ' characters'),
  array: say('项', ' entries'),
  set: say('项', ' entries'),
  map: say('项', ' entries'),
};

function least(issue: z.core.$ZodIssueTooSmall): Say {
  const { minimum, inclusive, exact, origin } = issue;
  const of = counted[origin] ?? say('', '');
  if (exact) return exactly(minimum, of);
  return inclusive === false
    ? say(`必须大于 ${minimum}${of['zh-CN']}。`, `More than ${minimum}${of.en}.`)
    : say(`不得少于 ${minimum}${of['zh-CN']}。`, `At least ${minimum}${of.en}.`);
}

function most(issue: z.core.$ZodIssueTooBig): Say {
  const { maximum, inclusive, exact, origin } = issue;
  const of = counted[origin] ?? say('', '');
  if (exact) return exactly(maximum, of);
  return inclusive === false
    ? say(`必须小于 ${maximum}${of['zh-CN']}。`, `Less than ${maximum}${of.en}.`)
    : say(`不得多于 ${maximum}${of['zh-CN']}。`, `At most ${maximum}${of.en}.`);
}

const exactly = (count: number | bigint, of: Say): Say =>
  say(`必须正好 ${count}${of['zh-CN']}。`, `Exactly ${count}${of.en}.`);
