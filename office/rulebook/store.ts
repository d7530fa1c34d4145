import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../database/connection.ts';
import { refuse } from '../http/refusal.ts';
import { say } from '../http/say.ts';
import { notFound } from '../http/shared-refusals.ts';
import type {
  EmergencyKind,
  Purpose,
  RuleFact,
  RuleSet,
  RuleVersion,
  SentBack,
  VersionFields,
  VersionHead,
} from './rulebook.ts';
import type { VersionState } from './rules.ts';

const setColumns = sql`s.id, s.purpose, s.kind, s.name,
  jsonb_build_object('id', a.id, 'name', a.name, 'path', to_jsonb(rulebook.path(a.id))) as area,
  array(select distinct r.id from responses.response r join responses.covered c
    on c.tenant = r.tenant and c.response = r.id
    where r.tenant = s.tenant and r.kind = s.kind
      and (c.area = any(rulebook.path(s.area)) or s.area = any(rulebook.path(c.area)))) as responses,
  s.area in (select office.areas()) as "inScope"`;

const selectSets = (tx: Tx, where: RawBuilder<unknown>) =>
  sql<RuleSet>`select ${setColumns} from rulebook.rule_set s
    join register.area a on a.tenant = s.tenant and a.id = s.area
    where ${where} order by s.purpose, a.code nulls last, a.name, s.id`.execute(tx);

/** What decides which rule governs. In which responses a rule-set stands is asked for by pages only: it takes ten times as long. */
export type SetHead = Pick<RuleSet, 'id' | 'purpose' | 'kind' | 'name'> & {
  area: { id: string; name: string };
};

export async function listSetHeads(tx: Tx, purpose: Purpose): Promise<SetHead[]> {
  const { rows } = await sql<SetHead>`select s.id, s.purpose, s.kind, s.name,
      jsonb_build_object('id', a.id, 'name', a.name) as area
    from rulebook.rule_set s join register.area a on a.tenant = s.tenant and a.id = s.area
    where s.purpose = ${purpose} order by a.code nulls last, a.name, s.id`.execute(tx);
  return rows;
}

export async function listSets(tx: Tx, purpose?: Purpose): Promise<RuleSet[]> {
  return (await selectSets(tx, purpose ? sql`s.purpose = ${purpose}` : sql`true`)).rows;
}

export async function findSet(tx: Tx, id: string): Promise<RuleSet | undefined> {
  return (await selectSets(tx, sql`s.id = ${id}`)).rows[0];
}

export async function getSet(tx: Tx, id: string): Promise<RuleSet> {
  const set = await findSet(tx, id);
  if (!set) throw refuse(notFound, { what: say('规则', 'rule-set') });
  return set;
}

interface SetFields {
  id: string;
  area: string;
  purpose: Purpose;
  kind: EmergencyKind;
  name: RuleSet['name'];
}

export async function findSetFor(tx: Tx, of: SetFields): Promise<RuleSet | undefined> {
  const { rows } = await selectSets(
    tx,
    sql`s.area = ${of.area} and s.purpose = ${of.purpose} and s.kind = ${of.kind}`,
  );
  return rows[0];
}

export async function insertSet(tx: Tx, tenant: string, set: SetFields): Promise<void> {
  await sql`insert into rulebook.rule_set (tenant, id, area, purpose, kind, name)
    values (${tenant}, ${set.id}, ${set.area}, ${set.purpose}, ${set.kind}, ${JSON.stringify(set.name)}::jsonb)`.execute(
    tx,
  );
}

export async function renameSet(tx: Tx, id: string, name: RuleSet['name']): Promise<void> {
  await sql`update rulebook.rule_set set name = ${JSON.stringify(name)}::jsonb where id = ${id}`.execute(
    tx,
  );
}

/** The same rule-sets come one after the other: what is published sees what was published before it. */
export async function lockRulebook(tx: Tx, tenant: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('rulebook'), hashtext(${tenant}))`.execute(tx);
}

const personOf = (id: RawBuilder<unknown>) => sql`case when ${id} is null then null
  else jsonb_build_object('id', ${id}, 'name', coalesce(
    (select p.name from identity.account p where p.tenant = v.tenant and p.id = ${id}), '')) end`;
const person = (column: string) => personOf(sql`v.${sql.ref(column)}`);

// Of the endings that are published the earliest holds.
const headColumns = sql`v.id, v.rule_set as set, v.number, v.state, v."from",
  least(v."until", (select min(e.at) from rulebook.ending e
    where e.tenant = v.tenant and e.version = v.id and e.published_at is not null)) as "until", v.issuer, v.document,
  v.supersedes, v.invented, ${person('drafted_by')} as "draftedBy", v.drafted_at as "draftedAt",
  array(select jsonb_build_object('id', p.id, 'name', p.name) from identity.account p
    where p.tenant = v.tenant and p.id = any(v.edited_by) order by p.name, p.id) as "editedBy",
  ${person('proposed_by')} as "proposedBy", v.proposed_at as "proposedAt",
  ${person('published_by')} as "publishedBy", v.published_at as "publishedAt",
  v.sent_back as "sentBack", (select jsonb_build_object('id', e.id, 'at', office.iso(e.at),
      'proposedBy', ${personOf(sql`e.proposed_by`)}, 'proposedAt', office.iso(e.proposed_at),
      'publishedBy', ${personOf(sql`e.published_by`)}, 'publishedAt', office.iso(e.published_at))
    from rulebook.ending e where e.tenant = v.tenant and e.version = v.id
    order by e.published_at is null desc, e.at limit 1) as ending, v.version`;
const allColumns = sql`${headColumns}, v.source, v.appeal, v."table", v.cases`;

export async function listVersionHeads(tx: Tx): Promise<VersionHead[]> {
  const { rows } = await sql<VersionHead>`select ${headColumns} from rulebook.version v
    order by v.rule_set, v.number desc`.execute(tx);
  return rows;
}

/** The published versions of these rule-sets. */
export async function listPublished(tx: Tx, sets: readonly string[]): Promise<RuleVersion[]> {
  const { rows } = await sql<RuleVersion>`select ${allColumns} from rulebook.version v
    where v.rule_set = any(${sets}::uuid[]) and v.state = 'published' order by v.number desc`.execute(
    tx,
  );
  return rows;
}

export async function listVersions(tx: Tx, set: string): Promise<RuleVersion[]> {
  const { rows } = await sql<RuleVersion>`select ${allColumns} from rulebook.version v
    where v.rule_set = ${set} order by v.number desc`.execute(tx);
  return rows;
}

export async function findVersion(
  tx: Tx,
  id: string,
  lock = false,
): Promise<RuleVersion | undefined> {
  const { rows } = await sql<RuleVersion>`select ${allColumns} from rulebook.version v
    where v.id = ${id} ${lock ? sql`for update of v` : sql``}`.execute(tx);
  return rows[0];
}

export async function getVersion(tx: Tx, id: string, lock = false): Promise<RuleVersion> {
  const found = await findVersion(tx, id, lock);
  if (!found) throw refuse(notFound, { what: say('这一版规则', 'version of the rules') });
  return found;
}

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

export async function insertDraft(
  tx: Tx,
  tenant: string,
  draft: VersionFields & { id: string; set: string; by: string; at: string },
): Promise<void> {
  await sql`insert into rulebook.version (tenant, id, rule_set, number, state, "from", "until", issuer, document,
      source, appeal, supersedes, invented, "table", cases, drafted_by, drafted_at, version)
    select ${tenant}, ${draft.id}, ${draft.set}, coalesce(max(v.number), 0) + 1, 'draft', ${draft.from}, ${draft.until},
      ${json(draft.issuer)}::jsonb, ${json(draft.document)}::jsonb, ${draft.source}, ${json(draft.appeal)}::jsonb,
      ${draft.supersedes}::uuid[], ${draft.invented}, ${json(draft.table)}::jsonb, ${json(draft.cases)}::jsonb,
      ${draft.by}, ${draft.at}, 1
    from rulebook.version v where v.rule_set = ${draft.set}`.execute(tx);
}

export async function updateDraft(
  tx: Tx,
  draft: VersionFields & { id: string; by: string },
): Promise<void> {
  await sql`update rulebook.version set "from" = ${draft.from}, "until" = ${draft.until},
      issuer = ${json(draft.issuer)}::jsonb, document = ${json(draft.document)}::jsonb, source = ${draft.source},
      appeal = ${json(draft.appeal)}::jsonb, supersedes = ${draft.supersedes}::uuid[], invented = ${draft.invented},
      "table" = ${json(draft.table)}::jsonb, cases = ${json(draft.cases)}::jsonb,
      edited_by = case when ${draft.by} = drafted_by or ${draft.by} = any(edited_by) then edited_by
        else edited_by || ${draft.by}::uuid end,
      version = version + 1
    where id = ${draft.id}`.execute(tx);
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await sql`delete from rulebook.version where id = ${id}`.execute(tx);
}

export async function moveVersion(
  tx: Tx,
  id: string,
  to: { state: VersionState; by: string; at: string; sentBack?: SentBack; table?: unknown },
): Promise<void> {
  const { state, by, at } = to;
  const set =
    state === 'proposed'
      ? sql`proposed_by = ${by}, proposed_at = ${at}, sent_back = null, "table" = ${json(to.table)}::jsonb`
      : state === 'published'
        ? sql`published_by = ${by}, published_at = ${at}`
        : sql`proposed_by = null, proposed_at = null, sent_back = ${to.sentBack ?? null}`;
  await sql`update rulebook.version set state = ${state}, version = version + 1, ${set}
    where id = ${id}`.execute(tx);
}

interface StoredEnding {
  id: string;
  version: string;
  at: string;
  proposedBy: string;
  isPublished: boolean;
}

export async function findEnding(tx: Tx, id: string): Promise<StoredEnding | undefined> {
  const { rows } = await sql<StoredEnding>`select id, version, at, proposed_by as "proposedBy",
    published_at is not null as "isPublished" from rulebook.ending where id = ${id}`.execute(tx);
  return rows[0];
}

export async function getProposedEnding(tx: Tx, id: string): Promise<StoredEnding> {
  const found = await findEnding(tx, id);
  if (!found || found.isPublished)
    throw refuse(notFound, { what: say('停止执行的提议', 'proposed ending') });
  return found;
}

export async function insertEnding(
  tx: Tx,
  tenant: string,
  ending: { id: string; version: string; at: string; by: string; proposed: string },
): Promise<void> {
  await sql`insert into rulebook.ending (tenant, id, version, at, proposed_by, proposed_at)
    values (${tenant}, ${ending.id}, ${ending.version}, ${ending.at}, ${ending.by}, ${ending.proposed})`.execute(
    tx,
  );
}

export async function publishEnding(
  tx: Tx,
  id: string,
  { by, at }: { by: string; at: string },
): Promise<void> {
  await sql`update rulebook.ending set published_by = ${by}, published_at = ${at} where id = ${id}`.execute(
    tx,
  );
}

export async function deleteEnding(tx: Tx, id: string): Promise<void> {
  await sql`delete from rulebook.ending where id = ${id}`.execute(tx);
}

export async function listFacts(tx: Tx): Promise<RuleFact[]> {
  const { rows } = await sql<{ name: string; spec: Omit<RuleFact, 'name'> }>`
    select name, spec from rulebook.fact order by name`.execute(tx);
  return rows.map(({ name, spec }) => ({ name, ...spec }));
}

export async function putFact(tx: Tx, tenant: string, { name, ...spec }: RuleFact): Promise<void> {
  await sql`insert into rulebook.fact (tenant, name, spec) values (${tenant}, ${name}, ${json(spec)}::jsonb)
    on conflict (tenant, name) do update set spec = excluded.spec`.execute(tx);
}

/** What is proposed or published, with its purpose: the facts that it uses may not be taken away from under it. */
export async function listBinding(
  tx: Tx,
): Promise<{ purpose: Purpose; table: RuleVersion['table'] }[]> {
  const { rows } = await sql<{ purpose: Purpose; table: RuleVersion['table'] }>`
    select s.purpose, v."table" from rulebook.version v
    join rulebook.rule_set s on s.tenant = v.tenant and s.id = v.rule_set
    where v.state <> 'draft'`.execute(tx);
  return rows;
}

/** An area and all above it, nearest first; empty where there is none. */
export async function pathOf(tx: Tx, area: string): Promise<string[]> {
  const { rows } = await sql<{ path: string[] }>`select rulebook.path(${area}) as path`.execute(tx);
  return rows[0]?.path ?? [];
}
