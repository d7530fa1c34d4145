import { writtenCode } from '@liangbuwu/office/public/code.ts';
import { type Html, html } from '@liangbuwu/office/public/html.ts';
import { inLanguage, type PageLanguage } from '@liangbuwu/office/public/language.ts';
import type { Shown } from '@liangbuwu/office/public/page.ts';
import { collectionPart } from './collection-part.ts';
import type { PublicDay, PublicDelivery, PublicPoint } from './read-point.ts';
import { type PointWords, pointWords, written } from './words.ts';

/** The page that a point's poster leads to. */
export function pointPage(point: PublicPoint, code: string, language: PageLanguage): Shown {
  const w = pointWords[language];
  const { day } = point;
  return {
    title: `${point.name} · ${w.point}`,
    path: `/p/${code}`,
    common: true,
    body: html`${heading(point, code, w)}
${
  day
    ? html`${nextPart(day, w, language)}
${doors(code, w, language)}
${day.collection || point.ofVillage ? collectionPart(day, language) : null}
${camePart(day, w, language)}
${tankPart(day, w, language)}`
    : html`<div class="box warn"><p class="big">${w.ended}</p><p>${w.endedRemedy}</p></div>`
}`,
  };
}

const heading = (
  point: Pick<PublicPoint, 'name' | 'village' | 'town'>,
  code: string,
  w: PointWords,
): Html =>
  html`<h1>${point.name}</h1>
<p class="where">${point.town} ${point.village} · ${w.point} · ${w.code(writtenCode(code))}</p>`;

const doors = (code: string, w: PointWords, language: PageLanguage): Html =>
  html`<p><a class="button" href="${inLanguage(`/p/${code}/ask`, language)}">${w.askTitle}</a></p>
<p><a class="button plain" href="${inLanguage(`/p/${code}/answer`, language)}">${w.answerTitle}</a></p>
<p><a class="button plain" href="${inLanguage(`/p/${code}/requests`, language)}">${w.stateTitle}</a></p>`;

/** The first that is still to come: nobody has spoken of it, and its time is not over. */
const nextOf = ({ deliveries, today, now }: PublicDay): PublicDelivery | undefined =>
  deliveries.find(
    ({ day, to, said }) =>
      day >= today && (day > today || to > now) && said.giver === null && said.receiver === null,
  );

function nextPart(day: PublicDay, w: PointWords, language: PageLanguage): Html {
  const f = written(language);
  const next = nextOf(day);
  return next
    ? html`<h2>${w.next}</h2>
<div class="box"><p>${next.day === day.today ? w.today(f.day(next.day)) : w.tomorrow(f.day(next.day))}</p>
<p class="big">${f.span(next.from, next.to)}</p>
<p><strong>${w.brings(f.litres(next.litres), next.giver)}</strong></p>
<p class="note">${w.lateNote}</p></div>`
    : html`<h2>${w.next}</h2>
<div class="box warn"><p><strong>${w.nextNone}</strong></p><p>${w.nextNoneRemedy}</p></div>`;
}

function camePart(day: PublicDay, w: PointWords, language: PageLanguage): Html {
  const f = written(language);
  const due = day.deliveries.filter(
    (one) =>
      one.day === day.today &&
      (one.to <= day.now || one.said.giver !== null || one.said.receiver !== null),
  );
  return html`<h2>${w.came}</h2>
${
  due.length === 0
    ? html`<p>${w.cameNothing}</p>`
    : html`<ul>${due.map(
        (
          one,
        ) => html`<li><strong>${f.span(one.from, one.to)} · ${one.giver || w.otherTanker}</strong>${cameWords(one, w, language)}
${one.chlorine !== undefined && html`<p>${w.chlorine(f.chlorine(one.chlorine))}</p>`}
${one.complaints > 0 && html`<p>${w.complaints(one.complaints)}</p>`}</li>`,
      )}</ul>`
}`;
}

/** What both sides say; where they differ, both, and never a figure between them. */
function cameWords(
  { said, litres, resolved }: PublicDelivery,
  w: PointWords,
  language: PageLanguage,
): Html {
  const f = written(language);
  const { giver, receiver } = said;
  if (giver === null && receiver === null) return html`<p>${w.nobodySaid(f.litres(litres))}</p>`;
  if (giver !== null && giver === receiver) return html`<p>${w.bothSay(f.litres(giver))}</p>`;
  const both = giver !== null && receiver !== null;
  const decided = resolved === undefined ? w.differ : w.resolved(f.litres(resolved));
  return html`${both && html`<p>${decided}</p>`}
<p>${giver === null ? w.notYet('giver') : w.driverSays(f.litres(giver))}</p>
<p>${receiver === null ? w.notYet('receiver') : w.villageSays(f.litres(receiver))}</p>`;
}

function tankPart(
  { tank, response }: PublicDay,
  w: PointWords,
  language: PageLanguage,
): Html | null {
  if (!tank) return null;
  const f = written(language);
  const how =
    tank.basis === 'measured' && tank.at !== null
      ? w.levelMeasured(f.moment(tank.at, response.zone))
      : tank.basis === 'carried'
        ? w.levelCarried
        : w.levelRegistered;
  return html`<h2>${w.tank}</h2>
<p class="big">${w.level(f.litres(tank.level), f.litres(tank.litres))}</p>
<p class="note">${how}</p>`;
}
