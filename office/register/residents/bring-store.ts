import { sql } from 'kysely';
import type { Tx } from '../../database/connection.ts';
import type { Response } from '../../responses/contract.ts';
import type { CorrectedField, Offer } from './bring.contract.ts';

/** A lasting household as it was when it was last brought into a response. It lies in the response's row and goes with it. */
export interface Brought {
  area: string;
  place: string;
  label: string;
  people: number;
  /** How often another was to be called by then. */
  contact: number;
  /** The sealed contact that was brought, as a hash; null where the response's is its own. */
  contactAs: string | null;
  /** What somebody decided not to take into the register. */
  left: { label?: string; people?: number };
}

export interface ToBring {
  id: string;
  area: string;
  place: string | null;
  label: string;
  people: number;
  contact: number;
  removed: boolean;
  /** The response's household that came of it. */
  linked: string | null;
  /** The only one of the response with the same house number, which came of none. */
  twin: string | null;
  brought: Brought | null;
}

const covered = ({ areas }: Response) => sql`l.area in (select register.below(c.id)
  from unnest(${areas.map(({ id }) => id)}::uuid[]) c (id))`;

// `offset 0`: looked up for each, whatever is thought of how many there are. Joined as a whole it took four seconds of
// 1,200 households that had just been brought, and grows with their square.
const linked = (response: string) => sql`left join lateral (
  select h.id, h.area, h.place, h.label, h.people, h.removed, h.brought from register.household h
    where h.tenant = l.tenant and h.response = ${response} and h.lasting = l.id offset 0) h on true`;

const twin = (response: string) => sql`left join lateral (select (array_agg(o.id))[1] as id
  from register.household o where h.id is null and o.tenant = l.tenant and o.response = ${response}
    and o.area = l.area and o.label_key = l.label_key and not o.removed and o.lasting is null
  having count(*) = 1) t on true`;

/** In the order in which they are asked for: of two with one house number the first is the response's. */
export async function listToBring(
  tx: Tx,
  response: string,
  ids: readonly string[],
): Promise<ToBring[]> {
  const { rows } = await sql<ToBring>`
    select l.id, l.area, l.place, l.label, l.people, l.contact, l.removed, h.id as linked, t.id as twin, h.brought
    from register.lasting_household l ${linked(response)} ${twin(response)}
    where l.id = any(${ids}::uuid[]) order by array_position(${ids}::uuid[], l.id)`.execute(tx);
  return rows;
}

/** Of a field of both: changed in the register since it was brought, and not so in the response. */
const newer = (field: 'area' | 'place' | 'label' | 'people') =>
  sql`(h.brought ->> ${field} <> l.${sql.id(field)}::text and h.${sql.id(field)} <> l.${sql.id(field)})`;
const fields = ['label', 'area', 'place', 'people'] as const;
const changed = sql`(not h.removed and (${sql.join([...fields.map(newer), sql`(h.brought ->> 'contact')::int <> l.contact`], sql` or `)}))`;

interface Offered extends Omit<Offer, 'changes'> {
  place: string | null;
  was: Record<string, unknown> | null;
  newer: Record<string, boolean>;
}

export async function countOffers(
  tx: Tx,
  response: Response,
): Promise<{ added: number; changed: number; withoutPlace: number }> {
  const { rows } = await sql<{ added: number; changed: number; withoutPlace: number }>`
    select count(*) filter (where h.id is null and l.place is not null)::int as added,
      count(*) filter (where l.place is not null and ${changed})::int as changed,
      count(*) filter (where l.place is null and (h.id is null or ${changed}))::int as "withoutPlace"
    from register.lasting_household l ${linked(response.id)}
    where not l.removed and ${covered(response)}`.execute(tx);
  return rows[0] ?? { added: 0, changed: 0, withoutPlace: 0 };
}

export async function listOffers(tx: Tx, response: Response, limit: number): Promise<Offer[]> {
  const flags = sql.join(fields.flatMap((field) => [sql`${field}::text`, newer(field)]));
  const { rows } = await sql<Offered>`
    select l.id as lasting, l.area, l.label, l.people, l.place,
      case when h.id is not null then 'changed' when t.id is not null then 'joins' else 'new' end as kind,
      case when h.id is not null then jsonb_build_object('label', h.label, 'area', h.area, 'place', h.place,
        'people', h.people) end as was,
      case when h.id is not null then jsonb_build_object(${flags},
        'contact', (h.brought ->> 'contact')::int <> l.contact) else '{}' end as newer
    from register.lasting_household l ${linked(response.id)} ${twin(response.id)}
    where not l.removed and l.place is not null and ${covered(response)} and (h.id is null or ${changed})
    order by l.label_order, l.id limit ${limit}`.execute(tx);
  return rows.map(({ was, newer: is, place, ...offer }) => {
    const now: Record<string, unknown> = { ...offer, place };
    return {
      ...offer,
      changes: [...fields, 'contact']
        .filter((field) => is[field])
        .map((field) => ({ field, before: was?.[field] ?? null, after: now[field] ?? null })),
    };
  });
}

/** Writes down what each household of a response came of, and as what. */
export async function linkAll(
  tx: Tx,
  links: readonly { id: string; lasting: string; brought: Brought }[],
): Promise<void> {
  if (links.length === 0) return;
  await sql`update register.household h set lasting = x.lasting, brought = x.brought
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as x (id uuid, lasting uuid, brought jsonb)
    where h.tenant = office.tenant() and h.id = x.id`.execute(tx);
}

export interface Corrected {
  household: string;
  response: string;
  lasting: string;
  area: string;
  label: string;
  people: number;
  /** The response's own. */
  own: { label: string; people: number };
  sealed: Buffer | null;
  contact: number;
  brought: Brought;
  fields: CorrectedField[];
}

const hashed = sql`encode(sha256(h.sealed), 'hex')`;
const own = {
  label: sql`h.label <> l.label and h.label <> h.brought ->> 'label'
    and h.label is distinct from h.brought -> 'left' ->> 'label'`,
  people: sql`h.people <> l.people and h.people <> (h.brought ->> 'people')::int
    and h.people is distinct from (h.brought -> 'left' ->> 'people')::int`,
  contact: sql`h.sealed is not null and ${hashed} is distinct from h.brought ->> 'contactAs'`,
} as const;

/** What a response has put right of households that came of the lasting register. */
export async function listCorrected(
  tx: Tx,
  of: { response: string } | { household: string },
): Promise<Corrected[]> {
  const which = 'household' in of ? sql`h.id = ${of.household}` : sql`h.response = ${of.response}`;
  const { rows } = await sql<Corrected>`
    select h.id as household, h.response, l.id as lasting, l.area, l.label, l.people, l.contact,
      jsonb_build_object('label', h.label, 'people', h.people) as own, h.sealed, h.brought,
      array_remove(array[case when ${own.label} then 'label' end, case when ${own.people} then 'people' end,
        case when ${own.contact} then 'contact' end], null) as fields
    from register.household h
    join register.lasting_household l on l.tenant = h.tenant and l.id = h.lasting
    where ${which} and h.lasting is not null and not h.removed and not l.removed
      and ((${own.label}) or (${own.people}) or (${own.contact}))
    order by l.label_order, l.id limit 200`.execute(tx);
  return rows;
}
