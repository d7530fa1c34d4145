import { askCounsellor, putCounselling } from '@liangbuwu/campus/care/care.contract.ts';
import { putProgramme } from '@liangbuwu/campus/care/programme.contract.ts';
import { addStayers, putShift } from '@liangbuwu/campus/roster/roster.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { Loading } from './load-demo.ts';
import { stableId } from './stable-id.ts';

const response = stableId('response epidemic-2022-11');

/** A counsellor who takes requests, what is read out, and who of the staff stays on duty. */
export async function loadCare(
  { scenario, area }: Loading,
  as: (user: string) => Promise<Call>,
): Promise<void> {
  for (const { school: id, counsellor, asked, broadcasts } of scenario.pupils.care) {
    const school = area(id);
    const counsels = await as(counsellor);
    const open = { response, seen: 0, open: true, lines: [] };
    await counsels(putCounselling, { params: { school }, body: open });
    for (const { class: of, pupil, by, ...wish } of asked) {
      const teacher = await as(by);
      const member = stableId(`pupil ${of}-${pupil}`);
      const request = stableId(`care-request ${of}-${pupil}`);
      await teacher(askCounsellor, {
        params: { member, request },
        body: { ...wish, words: '', response },
      });
    }
    for (const { day, items } of broadcasts)
      await counsels(putProgramme, {
        params: { school, day },
        body: { response, seen: 0, items: items.map((one) => ({ ...one, at: minuteOf(one.at) })) },
      });
  }
  for (const { school: id, by, people, shifts } of scenario.pupils.staying) {
    const school = area(id);
    const call = await as(by);
    const personOf = (number: number) => stableId(`stayer ${id} ${number}`);
    await call(addStayers, {
      params: { school },
      body: { response, people: people.map((name, i) => ({ id: personOf(i + 1), name })) },
    });
    for (const [i, { person, day, begins, hours, duty }] of shifts.entries()) {
      const from = minuteOf(begins);
      const shift = { person: personOf(person), day, duty, begins: from, ends: from + hours * 60 };
      await call(putShift, {
        params: { school, shift: stableId(`shift ${id} ${i}`) },
        body: { response, shift },
      });
    }
  }
}

function minuteOf(time: string): number {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return hour * 60 + minute;
}
