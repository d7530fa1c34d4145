import { id } from '@liangbuwu/office/http/fields.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { leadTo, type PublicPage, publicPage } from '@liangbuwu/office/public/page.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { isAboutVehicles } from '../gate.ts';
import { takeDown } from '../own/take-down.ts';
import type { GateServices } from '../server.ts';
import { answerPage } from './answer-page.ts';
import { AskForm, asked, governedPurposes, isLeftOpen } from './ask.ts';
import { atGate, codeParams } from './enter.ts';
import { mayIPage, nothingPage, questionPage } from './may-i-page.ts';
import { ownForm, readApplicant, type Typed } from './own-form.ts';

/** "May I?": what for and when, then the few facts that matter, then the answer; and applying. */
export const mayIPages = ({ keys, newId }: GateServices): PublicPage[] => [
  publicPage({
    method: 'GET',
    path: '/p/gate/:code',
    params: codeParams,
    async show({ params }, deed) {
      const at = await atGate(deed, params.code);
      return mayIPage(at, await governedPurposes(deed, at), deed.language);
    },
  }),

  publicPage({
    method: 'POST',
    path: '/p/gate/:code/ask',
    asks: true,
    params: codeParams,
    form: AskForm,
    async show({ params, form }, deed) {
      const at = await atGate(deed, params.code);
      if (at.response.ended) return mayIPage(at, [], deed.language);
      const said = await asked(deed, at, form);
      if (!said.judged) return nothingPage(at, said, deed.language);
      const { question, judged } = said;
      const ask = judged.decision.ask.filter(({ name }) => !question.unknown.includes(name));
      if (ask.length === 0) return answerPage(at, question, judged, deed.language);
      const again = isLeftOpen(question, form.asked);
      return questionPage(at, question, { ask, again }, deed.language);
    },
  }),

  publicPage({
    method: 'POST',
    path: '/p/gate/:code/form',
    asks: true,
    params: codeParams,
    form: AskForm,
    async show({ params, form }, deed) {
      const at = await atGate(deed, params.code);
      if (at.response.ended) return mayIPage(at, [], deed.language);
      const said = await asked(deed, at, form);
      if (!said.judged) return nothingPage(at, said, deed.language);
      const { question, judged } = said;
      const empty = { id: newId(), admitted: judged.admitted, typed: {}, faults: [] };
      return ownForm(at, question, empty, deed.language);
    },
  }),

  publicPage({
    method: 'POST',
    path: '/p/gate/:code/apply',
    params: codeParams,
    form: AskForm.extend({ id }),
    async show({ params, form }, deed) {
      const at = await atGate(deed, params.code);
      const { gate, response, tenant } = at;
      if (response.ended) throw refuse(responseClosed, { ended: response.ended });
      const said = await asked(deed, at, form);
      if (!said.judged) return nothingPage(at, said, deed.language);
      const { question, judged } = said;
      const typed: Typed = form as Record<string, string>;
      const vehicle = isAboutVehicles(question.purpose);
      const read = readApplicant(typed, { vehicle, today: response.today });
      if ('faults' in read) {
        const again = { id: form.id, admitted: judged.admitted, typed, faults: read.faults };
        return ownForm(at, question, again, deed.language);
      }
      const { purpose, facts } = question;
      const secret = await takeDown(
        deed,
        { tenant, gate, keys },
        { id: form.id, purpose, at: question.at, said: { ...read, facts }, form },
      );
      return leadTo(`/p/gate/own/${secret}`, deed.language);
    },
  }),
];
