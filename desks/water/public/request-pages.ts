import { id, text } from '@liangbuwu/office/http/fields.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { type PageDeed, type PublicPage, publicPage } from '@liangbuwu/office/public/page.ts';
import { getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { z } from 'zod';
import { ask } from '../requests/ask.ts';
import { lookUps } from '../requests/look-up.ts';
import { readPhone } from '../requests/person.ts';
import { nothingPromised } from '../requests/refusals.ts';
import { RequestKind, readLitres } from '../requests/request.ts';
import { getRequest } from '../requests/request-store.ts';
import { takeStep } from '../requests/take-step.ts';
import { answerForm, isDue } from './answer-page.ts';
import { askForm } from './ask-page.ts';
import { codeParams, enter } from './enter.ts';
import type { PublicDay } from './read-point.ts';
import { receiptPage } from './receipt-page.ts';
import { waterEnded } from './refusals.ts';
import { lookUpForm, statePage } from './state-page.ts';

export interface RequestPageServices {
  keys: ResponseKeys;
  newId(): string;
  randomInt(below: number): number;
}

const AskForm = z.strictObject({
  id,
  litres: text(10, 1),
  address: text(200, 1),
  phone: text(40).optional(),
  name: text(40).optional(),
  note: text(300).optional(),
});
const AnswerForm = z.strictObject({
  id,
  about: id,
  kind: RequestKind.exclude(['door']),
  litres: text(10).optional(),
  phone: text(40).optional(),
  name: text(40).optional(),
  note: text(300).optional(),
});
const OwnForm = z.strictObject({ number: text(20, 1), figures: text(4, 1) });

const fieldWords = {
  litres: say('多少升', 'Litres'),
  address: say('送到哪里', 'Where to'),
  phone: say('电话', 'Telephone'),
  name: say('怎么称呼', 'Your name'),
  note: say('还要说什么', 'Anything else'),
  about: say('哪一趟', 'Which delivery'),
  kind: say('怎么了', 'What happened'),
  number: say('受理号', 'Number'),
  figures: say('四位数字', 'Four figures'),
  id: say('表格', 'Form'),
};

/** What residents ask for and say at a point, and how they see what became of it. */
export function requestPages(services: RequestPageServices): PublicPage[] {
  const lookUp = lookUps(services);
  const { keys } = services;
  return [
    publicPage({
      method: 'GET',
      path: '/p/:code/ask',
      params: codeParams,
      show: async ({ params }, deed) =>
        askForm(await open(deed, params.code), services.newId(), deed.language),
    }),

    publicPage({
      method: 'POST',
      path: '/p/:code/ask',
      params: codeParams,
      form: AskForm,
      words: fieldWords,
      async show({ params, form }, deed) {
        const at = await open(deed, params.code);
        const { id: request, address, phone, name = null, note = null } = form;
        const litres = readLitres(form.litres);
        const asked = { id: request, kind: 'door' as const, litres, about: null, household: null };
        const person = { name, phone: readPhone(phone), address, note };
        const receipt = await ask(await asking(deed, at, services), { ...asked, person });
        return receiptPage(at, receipt, deed.language);
      },
    }),

    publicPage({
      method: 'GET',
      path: '/p/:code/answer',
      params: codeParams,
      show: async ({ params }, deed) =>
        answerForm(await open(deed, params.code), services.newId(), deed.language),
    }),

    publicPage({
      method: 'POST',
      path: '/p/:code/answer',
      params: codeParams,
      form: AnswerForm,
      words: fieldWords,
      async show({ params, form }, deed) {
        const at = await open(deed, params.code);
        const { id: request, about, kind, phone, name = null, note = null } = form;
        const known = at.day.deliveries.some((one) => one.promise === about && isDue(one, at.day));
        if (!known) throw refuse(nothingPromised, undefined);
        const litres =
          kind === 'less' && form.litres !== undefined ? readLitres(form.litres) : null;
        const person = { name, phone: readPhone(phone), address: null, note };
        const asked = { id: request, kind, litres, about, household: null, person };
        return receiptPage(at, await ask(await asking(deed, at, services), asked), deed.language);
      },
    }),

    publicPage({
      method: 'GET',
      path: '/p/:code/requests',
      params: codeParams,
      show: async ({ params }, deed) => lookUpForm(await open(deed, params.code), deed.language),
    }),

    publicPage({
      method: 'POST',
      path: '/p/:code/requests',
      params: codeParams,
      form: OwnForm,
      words: fieldWords,
      async show({ params, form }, deed) {
        const at = await open(deed, params.code);
        const request = await lookUp(deed.tx, askedBy(deed, at), form);
        return statePage(at, { keys, request, own: form, step: services.newId() }, deed);
      },
    }),

    publicPage({
      method: 'POST',
      path: '/p/:code/withdraw',
      params: codeParams,
      form: OwnForm.extend({ id }),
      words: fieldWords,
      async show({ params, form }, deed) {
        const at = await open(deed, params.code);
        const response = await getOpenResponse(deed.tx, at.day.response.id, deed.clock);
        const own = await lookUp(deed.tx, askedBy(deed, at), form);
        const request = await getRequest(deed.tx, own.id, true);
        await takeStep(
          deed,
          { keys, request, response, saidBy: null },
          { id: form.id, event: 'withdrawn' },
        );
        const after = await getRequest(deed.tx, own.id);
        return statePage(at, { keys, request: after, own: form, step: services.newId() }, deed);
      },
    }),
  ];
}

/** A point of which something can be asked: its response goes on. */
export type OpenPoint = Awaited<ReturnType<typeof enter>> & { day: PublicDay };

async function open(deed: PageDeed, code: string): Promise<OpenPoint> {
  const at = await enter(deed, code);
  if (!at.point.day) throw refuse(waterEnded, undefined);
  return { ...at, day: at.point.day };
}

async function asking(deed: PageDeed, { entered, day }: OpenPoint, services: RequestPageServices) {
  const response = await getOpenResponse(deed.tx, day.response.id, deed.clock);
  const { tenant, area, point } = entered;
  return { deed, services, tenant, response, desk: day.desk, area, point, takenBy: null };
}

const askedBy = ({ from, clock }: PageDeed, { day, entered }: OpenPoint) => ({
  response: day.response.id,
  desk: entered.desk,
  area: entered.area,
  from,
  now: clock.now(),
});
