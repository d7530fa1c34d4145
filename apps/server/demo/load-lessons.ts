import { giveHomeLinks } from '@liangbuwu/campus/home/link.contract.ts';
import { putLessonPlan, putLessonTimes } from '@liangbuwu/campus/lessons/lessons.contract.ts';
import { putMentor } from '@liangbuwu/campus/lessons/today.contract.ts';
import type { LessonTimes, Week } from '@liangbuwu/campus/lessons/week.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { ScenarioClassLessons } from '@liangbuwu/scenario-zhuzhou-2022-11/lessons.ts';
import type { Loading } from './load-demo.ts';
import { stableId } from './stable-id.ts';

const response = stableId('response epidemic-2022-11');

/** A class that is taught in both places: periods, plan, a mentor, and a family’s question, all by the doors that people use. */
export async function loadLessons(
  loading: Loading,
  as: (user: string) => Promise<Call>,
  url: string,
): Promise<void> {
  for (const { id, by, periods, links, classes } of loading.scenario.lessons.schools) {
    const times: LessonTimes = {
      periods: periods.map(({ name, from, to }) => ({
        id: stableId(`period ${id} ${name}`),
        name,
        from: minuteOf(from),
        to: minuteOf(to),
      })),
      links: links.map((one) => ({ ...one, teacher: '' })),
      invented: true,
    };
    const params = { school: loading.area(id) };
    await (await as(by))(putLessonTimes, { params, body: { response, seen: 0, times } });
    for (const one of classes) await loadClass(one, times, loading, await as(one.by), url);
  }
}

async function loadClass(
  of: ScenarioClassLessons,
  times: LessonTimes,
  { scenario, area }: Loading,
  teacher: Call,
  url: string,
): Promise<void> {
  const teacherOf = (subject: string) => {
    const found = of.teachers[subject];
    if (!found) return null;
    const { name, user } = found;
    return { name, account: user === undefined ? null : stableId(`user ${user}`) };
  };
  const lessons = Object.entries(of.week).flatMap(([day, subjects]) =>
    subjects.flatMap((subject, at): Week['lessons'] => {
      const period = times.periods[at];
      if (!period) return [];
      const lesson = { day: Number(day), period: period.id, subject, room: of.room };
      return [{ ...lesson, teacher: teacherOf(subject), link: null, offline: '' }];
    }),
  );
  const params = { class: area(of.class) };
  const week = { lessons, links: [] };
  await teacher(putLessonPlan, { params, body: { response, seen: 0, week } });
  const members = of.mentored.pupils.map((pupil) => stableId(`pupil ${pupil}`));
  const mentor = stableId(`user ${of.mentored.by}`);
  await teacher(putMentor, { params, body: { response, members, mentor } });
  const pupil = stableId(`pupil ${of.asks.pupil}`);
  const { links } = await teacher(giveHomeLinks, {
    params,
    body: { response, members: [pupil], renew: false },
  });
  const page = `${url}/p/campus/home/${links[0]?.secret}`;
  const id = stableId(`asks ${of.asks.pupil}`);
  const { guardian, question } = of.asks;
  const at = scenario.response.clock.start;
  await send(`${page}/consent`, { id, at, guardian, relation: 'mother', agree: 'yes' });
  await send(`${page}/ask`, { id, child: pupil, question });
}

/** As a browser without scripts sends a form. */
async function send(address: string, fields: Record<string, string>): Promise<void> {
  const body = new URLSearchParams(fields);
  const answer = await fetch(address, { method: 'POST', body, redirect: 'manual' });
  if (answer.status !== 303) throw new Error(`a family’s form was answered with ${answer.status}`);
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return 60 * hours + minutes;
}
