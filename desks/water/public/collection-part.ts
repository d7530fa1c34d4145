import { type Html, html } from '@liangbuwu/office/public/html.ts';
import type { PageLanguage } from '@liangbuwu/office/public/language.ts';
import type { CollectionWindow } from '../collection-windows.ts';
import type { PublicDay } from './read-point.ts';
import { type PointWords, pointWords, written } from './words.ts';

/** When each hamlet collects, and the sum that it comes from. */
export function collectionPart({ collection, now }: PublicDay, language: PageLanguage): Html {
  const w = pointWords[language];
  const f = written(language);
  if (!collection) return html`<h2>${w.windows}</h2><p>${w.windowsNone}</p>`;
  const { of, flow } = collection;
  const people = of.windows.reduce((sum, one) => sum + one.people, 0);
  const numbered = of.windows.some(({ numbers }) => numbers !== null);
  const sum = w.sum({
    people,
    each: f.figure(of.litresPerPerson),
    taps: flow.taps,
    flow: f.figure(flow.each),
    minutes: f.figure((people * of.litresPerPerson) / (flow.taps * flow.each)),
  });
  return html`<h2>${w.windows}</h2>
<p>${w.windowsLead(f.litres(of.litresPerPerson))}</p>
<ol>${of.windows.map(
    (one, at) =>
      html`<li class="${one.to <= now ? 'past' : ''}"><strong>${f.span(one.from, one.to)}${one.to <= now && ` · ${w.past}`}</strong>${whose(one, at, of.windows, w)} · ${w.heads(one.people)}</li>`,
  )}</ol>
${!numbered && of.windows.length > 1 && html`<p>${w.batches}</p>`}
<p><strong>${w.sumTitle}</strong></p>
<p class="sum">${sum}</p>
<p>${w.sumBatches(of.windows.length)}</p>
<p class="note">${flow.basis === 'usual' ? w.flowUsual : w.flowRegistered}</p>`;
}

/** Whose window it is: its hamlet and house numbers, never one house alone. */
function whose(
  { hamlet, numbers }: CollectionWindow,
  at: number,
  all: readonly CollectionWindow[],
  w: PointWords,
): string {
  const own = all.filter((one) => one.hamlet === hamlet);
  if (hamlet === '') {
    const name = own.length === all.length ? w.allPeople : w.others;
    const first = all.findIndex((one) => one.hamlet === hamlet);
    return own.length > 1 ? w.batch(name, at - first + 1) : name;
  }
  if (numbers === null || own.length === 1) return hamlet;
  const [from, to] = numbers;
  return `${hamlet} ${from === to ? w.housesFrom(from) : w.houses(from, to)}`;
}
