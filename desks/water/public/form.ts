import { type Html, html, type Shown } from '@liangbuwu/office/public/html.ts';

interface Field {
  name: string;
  label: string;
  hint?: string;
}

/** One line to fill in, with its label and what it is for. A browser fills in again by itself unless `complete` is "off". */
export const lineField = (
  { name, label, hint }: Field,
  more: { mode?: 'numeric' | 'tel'; most: number; required?: boolean; complete?: string },
): Html => html`<label for="${name}">${label}${hint !== undefined && html`<small>${hint}</small>`}</label>
<input id="${name}" name="${name}" maxlength="${more.most}" inputmode="${more.mode ?? 'text'}"${more.complete !== undefined && html` autocomplete="${more.complete}"`}${more.required === true && html` required`}>`;

export const textField = ({ name, label, hint }: Field, most: number): Html =>
  html`<label for="${name}">${label}${hint !== undefined && html`<small>${hint}</small>`}</label>
<textarea id="${name}" name="${name}" maxlength="${most}" rows="3"></textarea>`;

/** One of several; the first is chosen where there is no other. */
export const choices = (
  name: string,
  legend: string,
  of: readonly { value: string; words: Shown }[],
): Html =>
  html`<fieldset><legend>${legend}</legend>${of.map(
    ({ value, words }) =>
      html`<label class="choice"><input type="radio" name="${name}" value="${value}" required${of.length === 1 && html` checked`}><span>${words}</span></label>`,
  )}</fieldset>`;

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;
