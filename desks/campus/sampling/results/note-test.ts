import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { openReports } from '@liangbuwu/office/people/read-for-rule.ts';
import { recordFact } from '@liangbuwu/office/people/record-fact.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { governingAt } from '../../answers/governing.ts';
import { askedOf } from '../../answers/judge.ts';
import { findMember, listPlaces, type Member } from '../../members/member-store.ts';
import { settlePasses } from '../../passes/settle.ts';
import { askedPart } from '../../reports/record-report.ts';
import type { CampusServices } from '../../server.ts';

/**
 * Keeps of these people when their negative test was reported; null: that they have none any more. Beside what their
 * family told last, only where the rule in force asks for it, and of nobody without the consent that is needed.
 */
export async function noteTest(
  deed: Deed & { actor: Actor },
  services: Pick<CampusServices, 'keys' | 'newId' | 'gate'>,
  of: { response: Response; school: string; members: readonly string[]; reported: string | null },
): Promise<void> {
  const { tx, clock, actor } = deed;
  const { keys, newId } = services;
  const { response, reported } = of;
  const members = [];
  for (const id of of.members) {
    const member = await findMember(tx, id);
    if (member) members.push(member);
  }
  const places = await listPlaces(tx, [...new Set(members.map(({ area }) => area))]);
  const governing = await governingAt(tx, clock, response, [...places.values()]);
  const askedAt = (area: string) => {
    const by = governing.get(area);
    return by ? askedOf(by) : [];
  };
  const whom = members.filter(({ area }) => askedAt(area).includes('reported'));
  const persons = whom.map(({ id }) => id);
  const said = await openReports(tx, keys, {
    tenant: actor.tenant,
    response,
    persons,
    names: true,
  });
  const byId = new Map(said.map((one) => [one.id, one]));
  const noted: Member[] = [];
  for (const member of whom) {
    const about = byId.get(member.id);
    if (!about || about.withheld) continue;
    const asked = askedAt(member.area);
    const value = askedPart({ ...about.report?.value, reported }, asked);
    await recordFact(
      {
        params: { person: member.id, fact: newId() },
        query: undefined,
        body: {
          response: response.id,
          fact: 'school-report',
          value,
          // What the family told holds since they told it.
          from: about.report?.from ?? reported ?? response.now,
          how: 'import',
          corrects: null,
          purposes: ['school'],
        },
      },
      deed,
      keys,
    );
    noted.push(member);
    deed.announce({ topic: 'campus.members', area: member.area, id: member.id });
  }
  // With the test the answer may be another one, and the pass goes with it.
  if (noted.length === 0) return;
  const settling = { tenant: actor.tenant, response, members: noted, area: of.school };
  await settlePasses(deed, services, settling);
}
