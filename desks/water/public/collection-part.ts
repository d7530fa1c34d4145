import { type Html, html } from '@liangbuwu/office/public/html.ts';
import type { PageLanguage } from '@liangbuwu/office/public/language.ts';
import type { CollectionWindow } from '../collection-windows.ts';
import { fewestTogether } from '../hamlets.ts';
import type { PublicDay } from './read-point.ts';
import { type PointWords, pointWords, written } from './words.ts';

/** When each hamlet collects, and the sum that it comes from. */
export function collectionPart({ collection, now }: PublicDay, language: PageLanguage): Html {
  const w = pointWords[language];
  const f = written(language);
  if (!collection) return html`<h2>${w.windows}</h2><p>${w.windowsNone}</p>`;
  const { of, flow, few } = collection;
  const people = of.windows.reduce((sum, one) => sum + one.people, 0);
  // With one head count left out, the others and their sum would tell it.
  const heads = !few && of.windows.every(({ households }) => households >= fewestTogether);
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
      html`<li class="${one.to <= now ? 'past' : ''}"><strong>${f.span(one.from, one.to)}${one.to <= now && ` · ${w.past}`}</strong>${whose(one, at, of.windows, w)}${heads && ` · ${w.heads(one.people)}`}</li>`,
  )}</ol>
${of.windows.some((one) => isBatch(one, of.windows)) && html`<p>${w.batches}</p>`}
${
  !few &&
  html`<p><strong>${w.sumTitle}</strong></p>
<p class="sum">${sum}</p>`
}
<p>${w.sumBatches(of.windows.length)}</p>
<p class="note">${flow.basis === 'usual' ? w.flowUsual : w.flowRegistered}</p>`;
}

const ofHamlet = ({ hamlet }: CollectionWindow, all: readonly CollectionWindow[]) =>
  all.filter((one) => one.hamlet === hamlet);

/** Told by the village, not by house numbers: a window for one household alone is as long as it takes that household. */
function isBatch(window: CollectionWindow, all: readonly CollectionWindow[]): boolean {
  const own = ofHamlet(window, all);
  const isUnclear = own.filter(({ numbers }) => numbers === null).length > 1;
  return own.length > 1 && (isUnclear || own.some(({ households }) => households === 1));
}

/** Whose window it is: its hamlet and house numbers, never one house alone. */
function whose(
  window: CollectionWindow,
  at: number,
  all: readonly CollectionWindow[],
  w: PointWords,
): string {
  const { hamlet, andOthers, numbers } = window;
  const own = ofHamlet(window, all);
  const name =
    hamlet === ''
      ? own.length === all.length
        ? w.allPeople
        : w.others
      : andOthers
        ? w.andOthers(hamlet)
        : hamlet;
  if (isBatch(window, all)) return w.batch(name, at - all.findIndex((one) => one === own[0]) + 1);
  if (numbers === null || own.length === 1) return name;
  return `${hamlet} ${w.houses(...numbers)}`;
}
