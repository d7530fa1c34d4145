import type { Fault } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { cellOf, type LessonTimes, type LinkDefault, type Week } from './week.ts';

const fault = (
  path: string,
  code: string,
  cause: Fault['cause'],
  remedy: Fault['remedy'],
): Fault => ({
  path,
  code,
  cause,
  remedy,
});

/** What contradicts itself in a class’s week. */
export function weekFaults(
  { lessons, links }: Week,
  of: { times: LessonTimes | undefined; teachers: ReadonlySet<string> },
): Fault[] {
  const periods = new Set(of.times?.periods.map(({ id }) => id));
  const taken = new Set<string>();
  const faults = lessons.flatMap((lesson, at): Fault[] => {
    const path = `/body/week/lessons/${at}`;
    const cell = cellOf(lesson);
    const twice = taken.has(cell);
    taken.add(cell);
    if (!periods.has(lesson.period))
      return [
        fault(
          `${path}/period`,
          'no-such-period',
          say('学校的作息里没有这一节。', 'The school has no such period.'),
          say(
            '请刷新页面，按现在的作息填。',
            'Load the page again and fill in the present periods.',
          ),
        ),
      ];
    if (twice)
      return [
        fault(
          path,
          'two-lessons',
          say('同一节有两门课。', 'There are two lessons in one period.'),
          say('请留下一门。', 'Leave one of them.'),
        ),
      ];
    const account = lesson.teacher?.account ?? null;
    if (account !== null && !of.teachers.has(account))
      return [
        fault(
          `${path}/teacher/account`,
          'no-teacher-here',
          say('这个账号在本班没有任课。', 'This account has no role in the class.'),
          say('请换一位，或只写名字。', 'Choose another, or give a name only.'),
        ),
      ];
    return [];
  });
  return [...faults, ...linkFaults(links, '/body/week/links')];
}

/** What contradicts itself in a school’s periods. */
export function timesFaults({ periods, links }: LessonTimes): Fault[] {
  const faults = periods.flatMap(({ from, to }, at): Fault[] => {
    const before = periods[at - 1];
    const path = `/body/times/periods/${at}`;
    if (to <= from)
      return [
        fault(
          path,
          'ends-before',
          say(
            `第 ${at + 1} 节的下课时间不在上课时间之后。`,
            `Period ${at + 1} ends before it begins.`,
          ),
          say('请改时间。', 'Change its times.'),
        ),
      ];
    if (before && from < before.to)
      return [
        fault(
          path,
          'overlaps',
          say(`第 ${at + 1} 节和前一节重叠。`, `Period ${at + 1} overlaps the one before.`),
          say('请按先后填，时间不重叠。', 'Give them in order, without overlap.'),
        ),
      ];
    return [];
  });
  return [...faults, ...linkFaults(links, '/body/times/links')];
}

function linkFaults(links: readonly LinkDefault[], path: string): Fault[] {
  const seen = new Set<string>();
  return links.flatMap(({ subject, teacher }, at): Fault[] => {
    const key = `${subject}|${teacher}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      fault(
        `${path}/${at}`,
        'link-twice',
        say(`“${subject}”写了两次。`, `${subject} is there twice.`),
        say('请留下一行。', 'Leave one row.'),
      ),
    ];
  });
}
