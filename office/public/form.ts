import { type Html, html, type Shown } from './html.ts';

interface Field {
  name: string;
  label: string;
  hint?: string | undefined;
  /** What it is filled in with already. */
  value?: string | undefined;
}

interface Line {
  mode?: 'text' | 'numeric' | 'decimal' | 'tel';
  most: number;
  required?: boolean;
  /** A browser fills in again by itself unless this is "off". */
  complete?: string;
}

const labelOf = ({ name, label, hint }: Field): Html =>
  html`<label for="${name}">${label}${hint !== undefined && html`<small>${hint}</small>`}</label>`;

/** One line to fill in, with its label and what it is for. */
export const lineField = (field: Field, more: Line): Html => html`${labelOf(field)}
<input id="${field.name}" name="${field.name}" maxlength="${more.most}" inputmode="${more.mode ?? 'text'}"${field.value !== undefined && html` value="${field.value}"`}${more.complete !== undefined && html` autocomplete="${more.complete}"`}${more.required === true && html` required`}>`;

/** A day and a time of it, local: 2022-11-17T07:00. */
export const momentField = (
  field: Field,
  { from, to, required }: { from?: string; to?: string; required?: boolean },
): Html => html`${labelOf(field)}
<input type="datetime-local" id="${field.name}" name="${field.name}"${from !== undefined && html` min="${from}"`}${to !== undefined && html` max="${to}"`}${field.value !== undefined && html` value="${field.value}"`}${required === true && html` required`}>`;

/** A day: 2022-11-17. */
export const dayField = (field: Field): Html => html`${labelOf(field)}
<input type="date" id="${field.name}" name="${field.name}"${field.value !== undefined && html` value="${field.value}"`}>`;

export const textField = (field: Field, most: number): Html => html`${labelOf(field)}
<textarea id="${field.name}" name="${field.name}" maxlength="${most}" rows="3">${field.value}</textarea>`;

/** One of several; the first is chosen where there is no other. */
export const choices = (
  name: string,
  legend: string,
  of: readonly { value: string; words: Shown; chosen?: boolean }[],
  more: { required?: boolean } = { required: true },
): Html =>
  html`<fieldset><legend>${legend}</legend>${of.map(
    ({ value, words, chosen = false }) =>
      html`<label class="choice"><input type="radio" name="${name}" value="${value}"${more.required === true && html` required`}${(chosen || of.length === 1) && html` checked`}><span>${words}</span></label>`,
  )}</fieldset>`;

/** Yes, or nothing said. */
export const tick = (name: string, value: string, words: Shown, chosen = false): Html =>
  html`<label class="choice"><input type="checkbox" name="${name}" value="${value}"${chosen && html` checked`}><span>${words}</span></label>`;

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;
