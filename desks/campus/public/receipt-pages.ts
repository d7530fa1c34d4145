import { id } from '@liangbuwu/office/http/fields.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { choices, hidden } from '@liangbuwu/office/public/form.ts';
import { html } from '@liangbuwu/office/public/html.ts';
import { inLanguage, type PageLanguage, sentTo } from '@liangbuwu/office/public/language.ts';
import { type PageDeed, type PublicPage, publicPage } from '@liangbuwu/office/public/page.ts';
import { getResponse } from '@liangbuwu/office/responses/store.ts';
import { z } from 'zod';
import { classElsewhereInBatch, noSuchAnnouncement } from '../batches/batch-rules.ts';
import { findAnnouncement, getBatch, insertReceipt, listNames } from '../batches/batch-store.ts';
import { atSchool, codeParams } from './enter.ts';
import { campusWords } from './words.ts';

const params = codeParams.extend({ announcement: id });

/** "We have read it", class by class: counted, without who it was. */
export const receiptPages = ({ newId }: { newId(): string }): PublicPage[] => [
  publicPage({
    method: 'GET',
    path: '/p/campus/:code/read/:announcement',
    params,
    async show({ params: of }, deed) {
      const { code, classes } = await atAnnouncement(deed, of);
      const w = campusWords[deed.language];
      const path = `/p/campus/${code}/read/${of.announcement}`;
      return {
        title: w.readTitle,
        path,
        form: true,
        body: html`<h1>${w.readTitle}</h1><p>${w.readLead}</p>
<form method="post" action="${sentTo(path, deed.language)}">${hidden('id', newId())}
${choices(
  'class',
  w.whichClass,
  classes.map(({ id: value, name: words }) => ({ value, words })),
)}
<button>${w.read}</button></form>
${back(code, deed.language)}`,
      };
    },
  }),

  publicPage({
    method: 'POST',
    path: '/p/campus/:code/read/:announcement',
    params,
    form: z.strictObject({ id, class: id }),
    words: { class: say('班级', 'Class'), id: say('表格', 'Form') },
    async show({ params: of, form }, deed) {
      const { code, tenant, school, response, classes } = await atAnnouncement(deed, of);
      if (!classes.some((one) => one.id === form.class))
        throw refuse(classElsewhereInBatch, undefined);
      const { announcement } = of;
      const counted = await insertReceipt(deed.tx, tenant, {
        ...form,
        school,
        announcement,
        at: response.now,
      });
      if (counted) {
        deed.record({
          action: 'campus.announcement-read',
          subject: `announcement:${announcement}`,
          area: school,
          response: response.id,
          at: Temporal.Instant.from(response.now),
          detail: { class: form.class },
        });
        deed.announce({ topic: 'campus.batches', area: school, id: announcement });
      }
      const w = campusWords[deed.language];
      return {
        title: w.readTitle,
        body: html`<h1>${w.readTitle}</h1><div class="box"><p>${w.readDone}</p></div>
${back(code, deed.language)}`,
      };
    },
  }),
];

const back = (code: string, language: PageLanguage) =>
  html`<p class="back"><a href="${inLanguage(`/p/campus/${code}`, language)}">${campusWords[language].back}</a></p>`;

/** An announcement of the school whose code it is, in a response that goes on, with the classes that it is about. */
async function atAnnouncement(
  { tx, clock }: Pick<PageDeed, 'tx' | 'clock'>,
  of: { code: string; announcement: string },
) {
  const entered = await atSchool(tx, of.code);
  const found = await findAnnouncement(tx, of.announcement);
  if (!found) throw refuse(noSuchAnnouncement, undefined);
  const batch = await getBatch(tx, found.batch);
  const response = await getResponse(tx, batch.response, clock);
  if (response.ended) throw refuse(noSuchAnnouncement, undefined);
  // The page's scope is the school's area alone: what lies in its classes stays shut.
  const classes = await listNames(
    tx,
    batch.lines.map((line) => line.class),
  );
  return { ...entered, response, classes };
}
