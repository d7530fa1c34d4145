import { id, instant, text } from '@liangbuwu/office/http/fields.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import type { SchoolReport } from '@liangbuwu/office/people/school-report.ts';
import {
  leadTo,
  type PageDeed,
  type PublicPage,
  publicPage,
} from '@liangbuwu/office/public/page.ts';
import { getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { z } from 'zod';
import type { Member } from '../members/member-store.ts';
import { type PassServices, settlePasses } from '../passes/settle.ts';
import { askedPart, recordConsent, recordReport } from '../reports/record-report.ts';
import { nothingToRepeat } from '../reports/report-rules.ts';
import type { CampusServices } from '../server.ts';
import { noteShown } from '../told/note-shown.ts';
import { atHome, type Home } from './at-home.ts';
import { homePage } from './home-page.ts';
import { consentFirst, noSuchHome } from './home-rules.ts';
import { readReports, type Typed } from './read-report.ts';
import { idOf } from './secret.ts';

const params = z.strictObject({ secret: z.string().max(60) });
const Sent = z.strictObject({ id, at: instant });
/** Beside what is named here a form has what was filled in, by child and fact. */
const ReportForm = z.object({ id, at: instant }).catchall(z.string().max(100));

/** A family’s own page: no sign-in, no script; what opens it is the secret alone. */
export const homePages = (services: CampusServices): PublicPage[] => [
  publicPage({
    method: 'GET',
    path: '/p/campus/home/:secret',
    params,
    notes: true,
    async show({ params: { secret } }, deed) {
      const home = await atHome(deed, services, secret);
      if (home.response.ended) throw refuse(noSuchHome, undefined);
      if (deed.notes) await noteShown(deed, services.keys, home);
      return homePage(home, { form: services.newId() }, deed.language);
    },
  }),

  publicPage({
    method: 'POST',
    path: '/p/campus/home/:secret/consent',
    params,
    form: Sent.extend({
      guardian: text(60, 1),
      relation: z.enum(['father', 'mother', 'grandparent', 'other']).optional(),
      agree: z.enum(['yes', 'no']),
    }),
    words: { guardian: say('监护人姓名', 'Guardian’s name'), agree: say('同意', 'Consent') },
    async show({ params: { secret }, form }, deed) {
      const home = await open(deed, services, secret);
      const { guardian, agree } = form;
      const relation = agree === 'yes' ? (form.relation ?? 'other') : null;
      const said = { guardian, relation, by: 'own-page' as const };
      for (const child of home.children)
        await recordConsent(acting(deed, home), services.keys, {
          ...ofForm(home, form, child.member, 'consent'),
          said,
        });
      await settle(deed, services, home);
      return leadTo(`/p/campus/home/${home.secret}`, deed.language);
    },
  }),

  publicPage({
    method: 'POST',
    path: '/p/campus/home/:secret/same',
    params,
    form: Sent,
    async show({ params: { secret }, form }, deed) {
      const home = await open(deed, services, secret);
      const before = home.children.flatMap(({ member, said, asked }): [string, SchoolReport][] => {
        const value = said.report && askedPart(said.report.value, asked);
        return value && Object.keys(value).length > 0 ? [[member.id, value]] : [];
      });
      if (before.length === 0) throw refuse(nothingToRepeat, undefined);
      await report(deed, services, home, { form, reports: new Map(before) });
      return leadTo(`/p/campus/home/${home.secret}`, deed.language);
    },
  }),

  publicPage({
    method: 'POST',
    path: '/p/campus/home/:secret/report',
    params,
    form: ReportForm,
    async show({ params: { secret }, form }, deed) {
      const home = await open(deed, services, secret);
      const typed: Typed = form as Record<string, string>;
      const read = readReports(typed, home);
      if ('faults' in read)
        return homePage(home, { form: form.id, typed, faults: read.faults }, deed.language);
      await report(deed, services, home, { form, reports: read.reports });
      return leadTo(`/p/campus/home/${home.secret}`, deed.language);
    },
  }),
];

/** The page as something may still be written from it. */
async function open(deed: PageDeed, services: PassServices, secret: string): Promise<Home> {
  const home = await atHome(deed, services, secret);
  await getOpenResponse(deed.tx, home.response.id, deed.clock);
  return home;
}

/** The family itself: no account stands behind what it says. */
const acting = (deed: PageDeed, { tenant, household }: Home) => ({
  ...deed,
  actor: { tenant, account: household },
});

const ofForm = (home: Home, form: z.infer<typeof Sent>, member: Member, what: string) => ({
  id: idOf(form.id, member.id, what),
  member,
  response: home.response,
  at: form.at,
  how: 'self' as const,
});

async function report(
  deed: PageDeed,
  services: PassServices,
  home: Home,
  { form, reports }: { form: z.infer<typeof Sent>; reports: ReadonlyMap<string, SchoolReport> },
): Promise<void> {
  // Of one form for a whole family nothing is kept while one child’s guardian has not consented.
  if (home.children.some(({ said }) => !said.consented)) throw refuse(consentFirst, undefined);
  for (const { member } of home.children) {
    const value = reports.get(member.id);
    if (value)
      await recordReport(acting(deed, home), services.keys, {
        ...ofForm(home, form, member, 'report'),
        value,
      });
  }
  await settle(deed, services, home);
}

const settle = (deed: PageDeed, services: PassServices, home: Home) =>
  settlePasses(deed, services, {
    tenant: home.tenant,
    response: home.response,
    members: home.children.map(({ member }) => member),
    area: null,
  });
