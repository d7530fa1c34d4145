import { id, text } from '@liangbuwu/office/http/fields.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { readCode, secretLength } from '@liangbuwu/office/public/code.ts';
import {
  leadTo,
  type PageDeed,
  type PublicPage,
  publicPage,
} from '@liangbuwu/office/public/page.ts';
import { hashOf } from '@liangbuwu/office/public/secret.ts';
import { getOpenResponse, getResponse } from '@liangbuwu/office/responses/store.ts';
import { z } from 'zod';
import { atHome, type Home } from '../home/at-home.ts';
import { noSuchHome } from '../home/home-rules.ts';
import { getSchool } from '../schools/school-store.ts';
import type { CampusServices } from '../server.ts';
import { ask } from './ask.ts';
import { Talker } from './care.ts';
import { careForm, carePage } from './care-page.ts';
import { careConsentFirst, noSuchCare } from './care-rules.ts';
import * as store from './care-store.ts';
import { findCounselling, listOpen } from './counselling-store.ts';

const params = z.strictObject({ secret: z.string().max(60) });

const AskForm = z.strictObject({
  id,
  member: id,
  talks: Talker,
  reach: text(80, 1),
  suits: text(80).optional(),
  words: text(500).optional(),
  urgent: z.literal('yes').optional(),
});

const fieldWords = {
  member: say('哪个孩子', 'Which child'),
  talks: say('谁想谈', 'Who wants to talk'),
  reach: say('怎么找到您', 'How to reach you'),
  suits: say('什么时候方便', 'When it suits you'),
  words: say('想先说几句', 'Something to say beforehand'),
};

/** A family asks to talk with the counsellor; what becomes of it is seen by a secret of its own. */
export const carePages = (services: CampusServices): PublicPage[] => [
  publicPage({
    method: 'GET',
    path: '/p/campus/home/:secret/care',
    params,
    async show({ params: { secret } }, deed) {
      const home = await atHome(deed, services, secret);
      if (home.response.ended) throw refuse(noSuchHome, undefined);
      const open = await openOf(deed, home);
      return careForm(home, { form: services.newId(), open }, deed.language);
    },
  }),

  publicPage({
    method: 'POST',
    path: '/p/campus/home/:secret/care',
    params,
    form: AskForm,
    words: fieldWords,
    async show({ params: { secret }, form }, { tx, clock, language }) {
      const home = await atHome({ tx, clock }, services, secret);
      const response = await getOpenResponse(tx, home.response.id, clock);
      const child = home.children.find(({ member }) => member.id === form.member);
      if (child?.said.withheld !== null) throw refuse(careConsentFirst, undefined);
      const { talks, reach, suits = '', words = '', urgent } = form;
      const wish = { talks, reach, suits, words, urgent: urgent === 'yes' };
      const { secret: own } = await ask(tx, services.keys, {
        id: form.id,
        tenant: home.tenant,
        response,
        about: { member: child.member.id, by: 'family', wish },
      });
      return leadTo(`/p/campus/care/${own}`, language);
    },
  }),

  publicPage({
    method: 'GET',
    path: '/p/campus/care/:secret',
    params,
    async show({ params: { secret: typed } }, { tx, clock, language }) {
      const secret = readCode(typed, secretLength);
      const at = secret && (await store.enterCare(tx, hashOf(secret)));
      if (!secret || !at) throw refuse(noSuchCare, undefined);
      const response = await getResponse(tx, at.response, clock);
      if (response.ended) throw refuse(noSuchCare, undefined);
      const { state, due } = await store.getRequest(tx, at);
      const of = { tenant: at.tenant, response: at.response, requests: [at.id] };
      const steps = await store.listSteps(tx, services.keys, of);
      const last = steps.findLast(({ step }) => step === 'appoint');
      const appointment = state === 'appointed' ? (last?.appointment ?? null) : null;
      const { name: school } = await getSchool(tx, at.school);
      const lines = (await findCounselling(tx, at))?.lines ?? [];
      return carePage({ secret, school, state, due, appointment, lines, response }, language);
    },
  }),
];

const openOf = ({ tx }: Pick<PageDeed, 'tx'>, { children, response }: Home) =>
  listOpen(tx, { response: response.id, schools: children.map(({ place }) => place.school) });
