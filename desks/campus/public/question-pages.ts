import { id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { html } from '@liangbuwu/office/public/html.ts';
import { inLanguage } from '@liangbuwu/office/public/language.ts';
import { moments } from '@liangbuwu/office/public/moments.ts';
import { type PageDeed, type PublicPage, publicPage } from '@liangbuwu/office/public/page.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { clockOf, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { z } from 'zod';
import { ask, findResponseOfSchool, responseOfSchool } from '../questions/ask.ts';
import { questionText, Topic } from '../questions/question.ts';
import {
  type Asks,
  FindQuery,
  questionPage,
  similarPage,
  similarTo,
} from '../questions/question-page.ts';
import { listPublished } from '../questions/question-store.ts';
import { questionWords } from '../questions/question-words.ts';
import { questionSettings } from '../questions/settings.ts';
import { atSchool, codeParams } from './enter.ts';

/** Answers that a school published, and a question without an account: nobody is asked who they are. */
export const questionPages = (services: { keys: ResponseKeys; newId(): string }): PublicPage[] => [
  publicPage({
    method: 'GET',
    path: '/p/campus/:code/questions',
    params: codeParams,
    query: FindQuery,
    async show({ params, query }, deed) {
      const at = await atSchool(deed.tx, params.code);
      const response = await findResponseOfSchool(deed, at.school);
      const of = await asksOf(deed, at, response, services.newId());
      return questionPage(of, query, false, deed.language);
    },
  }),

  publicPage({
    method: 'POST',
    path: '/p/campus/:code/questions',
    params: codeParams,
    form: z.strictObject({
      id,
      topic: Topic,
      text: questionText,
      sure: z.literal('yes').optional(),
    }),
    words: { topic: say('哪一类', 'About'), text: say('问题', 'Question') },
    async show({ params, form }, deed) {
      const { tx, clock, language } = deed;
      const at = await atSchool(tx, params.code);
      const response = await getOpenResponse(
        tx,
        (await responseOfSchool(deed, at.school)).id,
        clock,
      );
      const of = await asksOf(deed, at, response, form.id);
      const similar = similarTo(form.text, of.published);
      if (!form.sure && similar.length > 0) return similarPage(of, form, similar, language);
      await ask(deed, services.keys, {
        tenant: at.tenant,
        response,
        school: at.school,
        area: at.school,
        member: null,
        family: [],
        id: form.id,
        topic: form.topic,
        text: form.text,
      });
      const w = questionWords[language];
      const until = clockOf(response).now().add({ hours: questionSettings.answerWithin });
      return {
        title: w.sentTitle,
        body: html`<h1>${w.sentTitle}</h1><div class="box"><p>${w.sent(moments(language).moment(until.toString(), response.zone))}</p></div>
<p class="back"><a href="${inLanguage(of.path, language)}">${w.back}</a></p>`,
      };
    },
  }),
];

async function asksOf(
  { tx }: PageDeed,
  { code, school }: { code: string; school: string },
  response: Response | undefined,
  form: string,
): Promise<Asks> {
  return {
    path: `/p/campus/${code}/questions`,
    above: `/p/campus/${code}`,
    zone: response?.zone ?? 'Asia/Shanghai',
    published: (await listPublished(tx)).filter(
      (one) => one.school === school && one.response === response?.id,
    ),
    children: null,
    form: response && form,
  };
}
