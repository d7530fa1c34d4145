import { id } from '@liangbuwu/office/http/fields.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { PageLanguage } from '@liangbuwu/office/public/language.ts';
import { leadTo, type PublicPage, publicPage, type Shown } from '@liangbuwu/office/public/page.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { isAboutVehicles } from '../gate.ts';
import { takeDown } from '../own/take-down.ts';
import type { GateServices } from '../server.ts';
import { answerPage } from './answer-page.ts';
import { type Asked, AskForm, asked, governedPurposes, isLeftOpen } from './ask.ts';
import { type AtGate, atGate, codeParams } from './enter.ts';
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

  askingPage('/p/gate/:code/ask', (at, { question, judged }, { form, language }) => {
    const ask = judged.decision.ask.filter(({ name }) => !question.unknown.includes(name));
    if (ask.length === 0) return answerPage(at, question, judged, language);
    return questionPage(at, question, { ask, again: isLeftOpen(question, form.asked) }, language);
  }),

  askingPage('/p/gate/:code/form', (at, { question, judged }, { language }) => {
    const empty = { id: newId(), admitted: judged.admitted, typed: {}, faults: [] };
    return ownForm(at, question, empty, language);
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

/** A page on which nothing is written down: facts come in, and words go out. */
const askingPage = (
  path: PublicPage['path'],
  show: (at: AtGate, said: Asked, by: { form: AskForm; language: PageLanguage }) => Shown,
): PublicPage =>
  publicPage({
    method: 'POST',
    path,
    asks: true,
    params: codeParams,
    form: AskForm,
    async show({ params, form }, deed) {
      const { language } = deed;
      const at = await atGate(deed, params.code);
      if (at.response.ended) return mayIPage(at, [], language);
      const said = await asked(deed, at, form);
      return said.judged ? show(at, said, { form, language }) : nothingPage(at, said, language);
    },
  });
