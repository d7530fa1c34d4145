import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { moments } from '@liangbuwu/office/public/moments.ts';
import type { SchoolClass } from '../campus.ts';
import { gradeWords } from '../grade-words.ts';
import type { GoverningRule } from '../reopening/reopening.ts';
import type { BatchLine } from './batch.ts';

/** Classes that come at one time by one gate, called by their grades where all, or nearly all, of a grade come. */
interface Group {
  from: string;
  to: string;
  gate: string;
  people: number;
  names: Say;
}

/** More exceptions than these, and it is shorter to name who comes. */
const fewExceptions = 3;

export function groupLines(lines: readonly BatchLine[], classes: readonly SchoolClass[]): Group[] {
  const groups = new Map<string, BatchLine[]>();
  for (const line of lines) {
    const key = `${line.from} ${line.to} ${line.gate}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, inGroup]) => {
      const [first] = inGroup;
      if (!first) return [];
      const { from, to, gate } = first;
      const people = inGroup.reduce((all, line) => all + line.people, 0);
      return { from, to, gate, people, names: namesOf(inGroup, classes) };
    });
}

function namesOf(lines: readonly BatchLine[], classes: readonly SchoolClass[]): Say {
  const chosen = new Set(lines.map((line) => line.class));
  const grades = new Map<string, SchoolClass[]>();
  for (const one of classes) {
    const key = `${one.stage} ${one.grade}`;
    grades.set(key, [...(grades.get(key) ?? []), one]);
  }
  const said = [...grades.values()].flatMap((all) => {
    const coming = all.filter(({ id }) => chosen.has(id));
    const [first] = coming;
    if (!first) return [];
    const staying = all.filter(({ id }) => !chosen.has(id)).map(({ name }) => name);
    const grade = gradeWords(first);
    if (staying.length === 0) return grade;
    if (staying.length <= fewExceptions && staying.length < coming.length)
      return say(
        `${grade['zh-CN']}（${staying.join('、')}除外）`,
        `${grade.en} (except ${staying.join(', ')})`,
      );
    const names = coming.map(({ name }) => name);
    return say(names.join('、'), names.join(', '));
  });
  return say(said.map((one) => one['zh-CN']).join('、'), said.map(({ en }) => en).join(', '));
}

/** All that an announcement is made of. */
interface Announced {
  school: string;
  number: number;
  day: string;
  zone: string;
  lines: readonly BatchLine[];
  classes: readonly SchoolClass[];
  bring: Say;
  contact: Say;
  plan: { number: number; approvedAt: string };
  rule: GoverningRule | null;
  noRule: Say | null;
  /** Whether the batch was announced before. */
  corrects: boolean;
}

const others = say(
  '其余班级的返校时间另行公告。',
  'When the other classes return is announced separately.',
);

/** What parents are told of a batch, as the batch, the plan and the rule in force have it; people go over it before it is said. */
export const announcementWords = (of: Announced): Say =>
  say(wordsIn(of, 'zh-CN'), wordsIn(of, 'en'));

function wordsIn(of: Announced, language: keyof Say): string {
  const zh = language === 'zh-CN';
  const f = moments(language);
  const groups = groupLines(of.lines, of.classes);
  const { rule } = of;
  const parts: [title: string, lines: string[]][] = [
    [
      zh ? '谁返校、什么时候、走哪个门' : 'Who comes back, when, by which gate',
      groups.map(({ from, to, gate, names }) =>
        zh
          ? `${f.day(of.day)} ${from}–${to}，${gate}：${names[language]}`
          : `${f.day(of.day)}, ${from}–${to}, ${gate}: ${names[language]}`,
      ),
    ],
    [zh ? '带什么' : 'What to bring', [of.bring[language]]],
    [
      zh ? '按哪条规定' : 'By which rule',
      rule ? ruleLines(rule, of.zone, language) : [of.noRule?.[language] ?? ''],
    ],
    [
      zh ? '哪些情况先不来、怎么办' : 'Who does not come yet, and what to do',
      [
        ...(rule?.notYet ?? []).map((one) => one[language]),
        of.lines.length === of.classes.length ? '' : others[language],
      ],
    ],
    [zh ? '有事问谁' : 'Whom to ask', [of.contact[language]]],
  ];
  const head = zh
    ? `${of.school}返校公告（第 ${of.number} 批${of.corrects ? '，更正' : ''}）`
    : `${of.school}: return to school, batch ${of.number}${of.corrects ? ' (correction)' : ''}`;
  const approved = f.moment(of.plan.approvedAt, of.zone);
  const foot = zh
    ? `复学方案第 ${of.plan.number} 版已于 ${approved} 由教育局批准。`
    : `Version ${of.plan.number} of the school’s reopening plan was approved by the education bureau, ${approved}.`;
  const body = parts
    .map(([title, lines]) => [title, lines.filter((line) => line.trim() !== '')] as const)
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [zh ? `【${title}】` : `${title}:`, ...lines].join('\n'));
  return [head, ...body, foot].join('\n\n');
}

function ruleLines(rule: GoverningRule, zone: string, language: keyof Say): string[] {
  const zh = language === 'zh-CN';
  const f = moments(language);
  const from = f.moment(rule.from, zone);
  return [
    zh
      ? `${rule.name[language]}，第 ${rule.number} 版，${from} 起执行`
      : `${rule.name[language]}, version ${rule.number}, in force since ${from}`,
    rule.issuer ? `${zh ? '发布：' : 'Issued by: '}${rule.issuer[language]}` : '',
    rule.document ? `${zh ? '依据：' : 'Document: '}${rule.document[language]}` : '',
    rule.appeal ? `${zh ? '不同意的：' : 'If you disagree: '}${rule.appeal[language]}` : '',
  ];
}
