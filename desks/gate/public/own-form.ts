import { text } from '@liangbuwu/office/http/fields.ts';
import { BirthMonth, isUnder14, Phone } from '@liangbuwu/office/people/identity.ts';
import { choices, hidden, lineField, textField, tick } from '@liangbuwu/office/public/form.ts';
import { type Html, html } from '@liangbuwu/office/public/html.ts';
import { type PageLanguage, sentTo } from '@liangbuwu/office/public/language.ts';
import type { Shown } from '@liangbuwu/office/public/page.ts';
import { isLastFour, isPlate } from '@liangbuwu/passes/pass/mask.ts';
import { z } from 'zod';
import { isAboutVehicles } from '../gate.ts';
import { Guardian, type OwnHolder } from '../own/own.ts';
import type { AtGate } from './enter.ts';
import { backToGate, type Question, questionFields, titleOf, whereLine } from './may-i-page.ts';
import { type GateWords, gateWords } from './words.ts';

/** What a form brought, as it was typed. */
export type Typed = Readonly<Record<string, string | undefined>>;

export type Fault = keyof GateWords['faults'];

const plainOf = (typed: string | undefined): string =>
  (typed ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s·-]/g, '');

const Name = text(60, 1);
const Note = text(300);

/** Who applies, or what has to be put right first. */
export function readApplicant(
  typed: Typed,
  of: { vehicle: boolean; today: string },
): { holder: OwnHolder; note: string | null } | { faults: Fault[] } {
  const faults: Fault[] = [];
  const take = <V>(fault: Fault, read: z.ZodSafeParseResult<V>): V | undefined => {
    if (!read.success) faults.push(fault);
    return read.data;
  };
  const plate = of.vehicle ? plainOf(typed.plate) : undefined;
  if (plate !== undefined && !isPlate(plate)) faults.push('plate');
  const name = of.vehicle ? undefined : take('name', Name.safeParse(typed.name));
  const lastFour = plainOf(typed.lastFour);
  if (!of.vehicle && !isLastFour(lastFour)) faults.push('lastFour');
  const born = of.vehicle
    ? undefined
    : take('born', BirthMonth.safeParse(typed.born?.normalize('NFKC').trim()));
  const phone = take(
    'phone',
    Phone.safeParse(typed.phone?.normalize('NFKC').replaceAll(/[()（）]/g, '')),
  );
  const guardian =
    typed.consent === 'yes'
      ? Guardian.safeParse({ name: typed.guardian, relation: typed.relation }).data
      : undefined;
  const young = born !== undefined && isUnder14(born, of.today);
  if (young && !guardian) faults.push('guardian');
  const note = take('note', Note.safeParse(typed.note ?? ''));
  if (faults.length > 0 || phone === undefined) return { faults };
  const said = note ? note : null;
  if (plate !== undefined) return { holder: { kind: 'vehicle', plate, phone }, note: said };
  if (name === undefined || born === undefined) return { faults };
  const person = { kind: 'person' as const, name, lastFour, born, phone };
  // Where no guardian decides, none is kept.
  return { holder: { ...person, guardian: (young && guardian) || null }, note: said };
}

/** Whom the pass is for. `id` is the form's own: sent twice it is one application. */
export function ownForm(
  at: AtGate,
  question: Question,
  of: { id: string; admitted: boolean; typed: Typed; faults: readonly Fault[] },
  language: PageLanguage,
): Shown {
  const w = gateWords[language];
  const title = of.admitted ? w.apply : w.lookAt;
  return {
    title: `${title} · ${titleOf(at, w)}`,
    body: html`<h1>${title}</h1>
<p class="where">${w.purpose[question.purpose]}</p>
${whereLine(at, question, language)}
${
  of.faults.length > 0
    ? html`<div class="box bad"><p><strong>${w.correct}</strong></p><ul>${of.faults.map(
        (fault) => html`<li>${w.faults[fault]}</li>`,
      )}</ul></div>`
    : html`<p>${w.applyLead}</p>`
}
<form method="post" action="${sentTo(`/p/gate/${at.code}/apply`, language)}">${hidden('id', of.id)}${questionFields(question)}
${isAboutVehicles(question.purpose) ? vehicleFields(w, of.typed) : personFields(w, of)}
${textField({ name: 'note', label: w.note, hint: w.noteHint, value: of.typed.note }, 300)}
<p class="note">${w.kept}</p>
<button>${w.send}</button></form>
${backToGate(at, w.over, language)}`,
  };
}

const vehicleFields = (w: GateWords, { plate, phone }: Typed): Html =>
  html`${lineField({ name: 'plate', label: w.plate, hint: w.plateHint, value: plate }, { most: 12, required: true, complete: 'off' })}
${phoneField(w, phone)}`;

const phoneField = (w: GateWords, phone: string | undefined): Html =>
  lineField(
    { name: 'phone', label: w.phone, hint: w.phoneHint, value: phone },
    { mode: 'tel', most: 20, required: true, complete: 'tel' },
  );

function personFields(
  w: GateWords,
  { typed, faults }: { typed: Typed; faults: readonly Fault[] },
): Html {
  const open = faults.includes('guardian') || typed.guardian !== undefined;
  const relations = Guardian.shape.relation.options.map((value) => ({
    value,
    words: w.relations[value],
    chosen: typed.relation === value,
  }));
  return html`${lineField({ name: 'name', label: w.name, value: typed.name }, { most: 60, required: true, complete: 'name' })}
${lineField({ name: 'lastFour', label: w.lastFour, hint: w.lastFourHint, value: typed.lastFour }, { most: 4, required: true, complete: 'off' })}
${lineField({ name: 'born', label: w.born, hint: w.bornHint, value: typed.born }, { most: 7, required: true, complete: 'off' })}
${phoneField(w, typed.phone)}
<details${open && html` open`}><summary>${w.guardianTitle}</summary>
${lineField({ name: 'guardian', label: w.guardianName, value: typed.guardian }, { most: 60, complete: 'off' })}
${choices('relation', w.relation, relations, { required: false })}
${tick('consent', 'yes', w.consent, typed.consent === 'yes')}</details>`;
}
