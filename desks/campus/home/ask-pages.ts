import { id } from '@liangbuwu/office/http/fields.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { openReports } from '@liangbuwu/office/people/read-for-rule.ts';
import { leadTo, type PublicPage, publicPage } from '@liangbuwu/office/public/page.ts';
import { clockOf, getOpenResponse, holdId } from '@liangbuwu/office/responses/store.ts';
import { z } from 'zod';
import { tooManyOpen } from '../lessons/lesson-rules.ts';
import { listWeeks } from '../lessons/lesson-store.ts';
import { promisedBy, schoolDaysOf } from '../lessons/promise.ts';
import { QuestionText } from '../lessons/question.ts';
import { insertQuestion, listMentors, listOfPupils } from '../lessons/question-store.ts';
import { mostOpen } from '../lessons/settings.ts';
import { listMembers } from '../members/member-store.ts';
import { openHome } from './at-home.ts';
import { consentFirst } from './home-rules.ts';
import { idOf } from './secret.ts';

/** A family asks the mentor of one of its children; the same form asks once, however often it is sent. */
export const askPages = ({ keys }: { keys: ResponseKeys }): PublicPage[] => [
  publicPage({
    method: 'POST',
    path: '/p/campus/home/:secret/ask',
    params: z.strictObject({ secret: z.string().max(60) }),
    form: z.strictObject({ id, child: id, question: QuestionText }),
    words: { question: say('问题', 'Question'), child: say('孩子', 'Child') },
    async show({ params, form }, { tx, clock, language, record, announce }) {
      const { secret, tenant, household, response: open } = await openHome(tx, params.secret);
      const response = await getOpenResponse(tx, open, clock);
      const of = { tenant, response: response.id };
      const child = (await listMembers(tx, response.id, { household })).find(
        (one) => one.id === form.child && one.kind === 'pupil',
      );
      if (!child) throw refuse(notFound, { what: say('孩子', 'child') });
      await holdId(tx, `question:${child.id}`);
      const persons = [child.id];
      const [said] = await openReports(tx, keys, { tenant, response, persons, names: false });
      if (!said?.consented) throw refuse(consentFirst, undefined);
      const question = idOf(form.id, child.id, 'question');
      const before = await listOfPupils(tx, keys, { ...of, members: persons });
      const again = before.find((one) => one.id === question);
      if (again && again.text !== form.question) throw refuse(changedMeanwhile, undefined);
      if (!again) {
        if (before.filter(({ answer }) => answer === null).length >= mostOpen)
          throw refuse(tooManyOpen, undefined);
        const { area } = child;
        const week = (await listWeeks(tx, keys, { ...of, classes: [area] })).get(area)?.week;
        const mentors = await listMentors(tx, { response: response.id, members: persons });
        await insertQuestion(tx, keys, {
          ...of,
          id: question,
          area,
          member: child.id,
          mentor: mentors.get(child.id) ?? null,
          asked: response.now,
          promised: promisedBy(response.now, response.zone, schoolDaysOf(week)),
          text: form.question,
        });
        const at = clockOf(response).now();
        const subject = `question:${question}`;
        record({
          action: 'campus.lesson-question-asked',
          subject,
          area,
          response: response.id,
          at,
        });
        announce({ topic: 'campus.lesson-questions', area, id: question });
      }
      return leadTo(`/p/campus/home/${secret}`, language);
    },
  }),
];
