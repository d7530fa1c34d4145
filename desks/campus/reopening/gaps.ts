import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { gradeWords } from '../grade-words.ts';
import type { PartName, Parts } from './parts.ts';
import { type FieldValue, type Known, planParts } from './plan-parts.ts';

/** What a plan lacks, at one of its fields, and why it matters. */
export interface Gap {
  part: PartName;
  field: string;
  words: Say;
}

/** All that a plan lacks. It is neither submitted nor approved with a gap. */
export function findGaps(parts: Parts, known: Known): Gap[] {
  const gaps: Gap[] = [];
  for (const [part, { fields }] of Object.entries(planParts) as [
    PartName,
    (typeof planParts)[PartName],
  ][]) {
    if (part === 'arrivals') gaps.push(...arrivalGaps(parts, known));
    for (const field of fields) {
      if (!field.isAsked(known)) continue;
      const value = (parts[part] as unknown as Record<string, FieldValue>)[field.name] ?? null;
      const words =
        value === null
          ? say(`“${field.words['zh-CN']}”还没有填`, `“${field.words.en}” is not filled in`)
          : field.fault(value as never, parts, known);
      if (words) gaps.push({ part, field: field.name, words });
    }
  }
  return gaps;
}

function arrivalGaps({ arrivals }: Parts, { grades, today }: Known): Gap[] {
  const gap = (words: Say): Gap => ({ part: 'arrivals', field: 'grades', words });
  if (grades.length === 0)
    return [gap(say('学校还没有登记班级', 'the school has no classes in the register'))];
  return grades.flatMap(({ stage, grade }) => {
    const name = gradeWords({ stage, grade });
    const day = arrivals.grades.find((one) => one.stage === stage && one.grade === grade)?.day;
    if (day === undefined || day === null)
      return gap(say(`${name['zh-CN']}还没有定哪天返校`, `${name.en} has no day yet`));
    return day < today
      ? gap(say(`${name['zh-CN']}的返校日 ${day} 已经过了`, `${name.en}: ${day} is past`))
      : [];
  });
}
