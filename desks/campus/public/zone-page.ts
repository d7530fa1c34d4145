import { writtenCode } from '@liangbuwu/office/public/code.ts';
import { choices, hidden, lineField } from '@liangbuwu/office/public/form.ts';
import { type Html, html } from '@liangbuwu/office/public/html.ts';
import { inLanguage, type PageLanguage, sentTo } from '@liangbuwu/office/public/language.ts';
import { moments } from '@liangbuwu/office/public/moments.ts';
import type { Shown } from '@liangbuwu/office/public/page.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { passQr } from '@liangbuwu/passes/qr.ts';
import { qrPath } from '@liangbuwu/passes/qr-path.ts';
import { lateOf, placeOf } from '../zone/parcel-rules.ts';
import type { Booking, StoredParcel } from '../zone/parcel-store.ts';
import type { ZoneFields } from '../zone/zone.ts';
import { zoneWords } from './zone-words.ts';

/** Parcels that one form books; whoever brings more gives the school a list. */
export const mostByOne = 20;

const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export function bookingForm(
  of: {
    code: string;
    name: string;
    fields: ZoneFields;
    days: readonly string[];
    slots: readonly { day: string; slot: number; left: number }[];
    form: string;
    day: string | undefined;
    typed?: { slot: string; building: string; to: string; count: string };
  },
  language: PageLanguage,
): Shown {
  const w = zoneWords[language];
  const f = moments(language);
  const { code, fields, typed } = of;
  const path = `/p/campus/${code}/zone`;
  const first = of.days.find((day) => of.slots.some((one) => one.day === day)) ?? of.days[0] ?? '';
  const day = of.day !== undefined && of.days.includes(of.day) ? of.day : first;
  const slots = of.slots.filter((one) => one.day === day);
  const title = w.title(of.name);
  return {
    title,
    form: true,
    ...(typed === undefined && { path }),
    body: html`<h1>${title}</h1>
<p>${w.lead}</p>
<p class="note">${w.open(timeOf(fields.opens), timeOf(fields.closes), fields.disinfect)}</p>
${typed && html`<div class="box bad"><p>${w.wrongCount(mostByOne)}</p></div>`}
<h2>${f.day(day)}</h2>
${of.days
  .filter((one) => one !== day)
  .map(
    (one) =>
      html`<p class="back"><a href="${`${inLanguage(path, language)}&day=${one}`}">${w.otherDay(f.day(one))}</a></p>`,
  )}
${
  slots.length === 0
    ? html`<div class="box warn"><p>${w.noSlots}</p></div>`
    : html`<form method="post" action="${sentTo(path, language)}">${hidden('id', of.form)}
${choices(
  'slot',
  w.slot,
  slots.map(({ slot, left }) => ({
    value: `${day} ${slot}`,
    words: `${timeOf(slot)}–${timeOf(slot + fields.slot)} · ${w.slotLeft(left)}`,
    chosen: typed?.slot === `${day} ${slot}`,
  })),
)}
${choices(
  'building',
  w.building,
  fields.buildings.map(({ id: value, name: words }) => ({
    value,
    words,
    chosen: typed?.building === value,
  })),
)}
${lineField({ name: 'to', label: w.to, hint: w.toHint, value: typed?.to }, { most: 60, required: true, complete: 'off' })}
${lineField({ name: 'count', label: w.count, hint: w.countHint(mostByOne), value: typed?.count ?? '1' }, { mode: 'numeric', most: 3, required: true, complete: 'off' })}
<button>${w.book}</button></form>
<p class="note">${w.several}</p>`
}`,
  };
}

export function ownBooking(
  of: {
    booking: Booking;
    name: string;
    fields: ZoneFields;
    parcels: readonly StoredParcel[];
    response: Response;
    form: string;
    secret: string;
  },
  language: PageLanguage,
): Shown {
  const w = zoneWords[language];
  const { booking, fields, parcels, response, secret } = of;
  const path = `/p/campus/parcels/${secret}`;
  const outside = parcels.some(({ state }) => state === 'booked');
  const to = timeOf(booking.slot + fields.slot);
  return {
    title: `${w.own} · ${of.name}`,
    path,
    body: html`<h1>${w.own} · ${of.name}</h1>
<div class="box"><p class="big">${w.at(moments(language).day(booking.day), timeOf(booking.slot), to)}</p></div>
${outside && html`<h2>${w.handOver}</h2><ol>${w.steps.map((step) => html`<li>${step}</li>`)}</ol>`}
${parcels.map((parcel) => parcelPart(parcel, { fields, response }, language))}
<div class="keep"><p>${w.keep}</p><p class="big code">${writtenCode(secret)}</p></div>
${
  outside &&
  html`<form method="post" action="${sentTo(`${path}/withdraw`, language)}">${hidden('id', of.form)}
<button class="plain">${w.withdraw}</button></form>`
}`,
  };
}

/** Its label to stick on while it is outside, and where it is. */
function parcelPart(
  parcel: StoredParcel,
  { fields, response }: { fields: ZoneFields; response: Response },
  language: PageLanguage,
): Html {
  const w = zoneWords[language];
  const place = placeOf(parcel, response.now);
  const late = lateOf(parcel, response.now);
  const building = fields.buildings.find(({ id }) => id === parcel.building)?.name ?? '';
  const wrong = place === 'damaged' || place === 'missing' || late !== null;
  const readyAt =
    place === 'disinfecting' && parcel.readyAt !== null
      ? moments(language).moment(parcel.readyAt, response.zone)
      : undefined;
  return html`<h2>${w.parcel(parcel.number, building)}</h2>
${place === 'outside' && labelPart(parcel.code, w.label)}
<p class="note">${w.label}</p><p class="big code">${writtenCode(parcel.code)}</p>
<div class="box${wrong && ' warn'}"><p><strong>${w.place[place]}</strong></p>
${readyAt && html`<p>${w.ready(readyAt)}</p>`}${late && html`<p>${w.late[late]}</p>`}</div>`;
}

function labelPart(code: string, label: string): Html {
  const qr = passQr(code);
  return html`<svg class="qr" viewBox="0 0 ${qr.size} ${qr.size}" role="img" aria-label="${label}" shape-rendering="crispEdges"><path d="${qrPath(qr)}"/></svg>`;
}
