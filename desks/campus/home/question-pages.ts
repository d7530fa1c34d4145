import { id } from '@liangbuwu/office/http/fields.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import {
  leadTo,
  type PageDeed,
  type PublicPage,
  publicPage,
} from '@liangbuwu/office/public/page.ts';
import { getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { z } from 'zod';
import { ask } from '../questions/ask.ts';
import { questionText, Topic } from '../questions/question.ts';
import {
  type Asks,
  FindQuery,
  questionPage,
  similarPage,
  similarTo,
} from '../questions/question-page.ts';
import { listPublished } from '../questions/question-store.ts';
import type { CampusServices } from '../server.ts';
import { atHome, type Home } from './at-home.ts';
import { noSuchHome } from './home-rules.ts';
import { ownList, questionsPath } from './own-questions.ts';

const params = z.strictObject({ secret: z.string().max(60) });

/** Asking the school from a family’s page: the answer is there for this family alone. */
export const homeQuestionPages = (services: CampusServices): PublicPage[] => [
  publicPage({
    method: 'GET',
    path: '/p/campus/home/:secret/questions',
    params,
    query: FindQuery,
    async show({ params: { secret }, query }, deed) {
      const home = await atHome(deed, services, secret);
      if (home.response.ended) throw refuse(noSuchHome, undefined);
      const of = await asksOf(deed, home, services.newId());
      return questionPage(of, query, ownList(home, deed.language), deed.language);
    },
  }),

  publicPage({
    method: 'POST',
    path: '/p/campus/home/:secret/questions',
    params,
    form: z.strictObject({
      id,
      child: id,
      topic: Topic,
      text: questionText,
      sure: z.literal('yes').optional(),
    }),
    words: {
      child: say('关于哪个孩子', 'About which child'),
      topic: say('哪一类', 'About'),
      text: say('问题', 'Question'),
    },
    async show({ params: { secret }, form }, deed) {
      const home = await atHome(deed, services, secret);
      const response = await getOpenResponse(deed.tx, home.response.id, deed.clock);
      const child = home.children.find(({ member }) => member.id === form.child);
      if (!child) throw refuse(noSuchHome, undefined);
      const of = await asksOf(deed, home, form.id);
      const { place, member } = child;
      const similar = similarTo(
        form.text,
        of.published.filter(({ school }) => school === place.school),
      );
      if (!form.sure && similar.length > 0) return similarPage(of, form, similar, deed.language);
      await ask(deed, services.keys, {
        tenant: home.tenant,
        response,
        school: place.school,
        area: place.area,
        member: member.id,
        family: home.children.map((one) => one.member.id),
        id: form.id,
        topic: form.topic,
        text: form.text,
      });
      return leadTo(questionsPath(home), deed.language);
    },
  }),
];

async function asksOf({ tx }: PageDeed, home: Home, form: string): Promise<Asks> {
  const { response, children, secret } = home;
  const published = await listPublished(tx);
  return {
    path: questionsPath(home),
    above: `/p/campus/home/${secret}`,
    zone: response.zone,
    published: published.filter((one) => one.response === response.id),
    children: children.map(({ member, name, place }) => ({
      id: member.id,
      name: `${name} · ${place.areaName}`,
    })),
    form,
  };
}
