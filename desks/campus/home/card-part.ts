import { type Html, html } from '@liangbuwu/office/public/html.ts';
import type { PageLanguage } from '@liangbuwu/office/public/language.ts';
import { moments } from '@liangbuwu/office/public/moments.ts';
import { dialled, Meal, type Meals, mealWords } from '../menu/menu.ts';
import type { Child, Home } from './at-home.ts';
import { cardWords } from './card-words.ts';

/** When and by which gate the class comes, where there is no pass that says it; whom to ask; what there was to eat. */
export function cardPart(child: Child, home: Home, language: PageLanguage): Html {
  const w = cardWords[language];
  const { place } = child;
  const where = `${place.schoolName} ${place.class?.name ?? ''}`.trim();
  const telephone = home.forParents.get(place.school)?.telephone;
  return html`${comingPart(child, language)}
<dl><dt>${w.ask}</dt><dd>${w.teacher(where)}</dd>
${telephone && html`<dt>${w.ring}</dt><dd><a href="tel:${dialled(telephone)}">${telephone}</a></dd>`}</dl>
${mealsPart(child, home, language)}`;
}

/** As parents were told; nothing where the answer is no, so that nobody comes by it. */
function comingPart({ answer, coming, pass }: Child, language: PageLanguage): Html | false {
  if (answer.state === 'not-now' || pass.shown || coming.length === 0) return false;
  const w = cardWords[language];
  const f = moments(language);
  const lines = coming.flatMap(({ day, mode, from, to, gate }) => {
    const hours = to === null ? from : `${from}–${to}`;
    if (day !== null) return html`<dt>${w.told}</dt><dd>${f.day(day)} ${hours} ${gate}</dd>`;
    return mode === null ? [] : html`<dt>${w.staggered[mode]}</dt><dd>${hours} ${gate}</dd>`;
  });
  const may = answer.state === 'may-return' || answer.state === 'free';
  return html`<dl>${lines}</dl>${!may && html`<p class="note">${w.onlyIf}</p>`}`;
}

function mealsPart({ place }: Child, home: Home, language: PageLanguage): Html | false {
  const { menus = {} } = home.forParents.get(place.school) ?? {};
  const w = cardWords[language];
  const f = moments(language);
  const days = (['today', 'yesterday'] as const).flatMap((which) => {
    const day = home[which];
    const meals = menus[day];
    return meals && isServed(meals) ? [{ words: w[which](f.day(day)), meals }] : [];
  });
  if (days.length === 0) return false;
  return html`<details><summary>${w.meals}</summary>${days.map(
    ({ words, meals }) =>
      html`<p><strong>${words}</strong>${Meal.options.map(
        (meal) =>
          meals[meal] !== '' && html`<br>${w.mealIs(mealWords[meal][language], meals[meal])}`,
      )}</p>`,
  )}</details>`;
}

const isServed = (meals: Meals): boolean => Meal.options.some((meal) => meals[meal] !== '');
