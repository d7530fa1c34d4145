import { type FactValues, isAboutVehicles, type Purpose } from '../../gate.ts';
import type { Application } from '../../passes/pass.ts';
import type { Arrival } from '../../returnees/returnee.ts';

/** Who it is, as it is typed. */
export interface Person {
  name: string;
  documentKind: 'resident-id' | 'other';
  document: string;
  born: string;
  phone: string;
  person: string;
}

export interface Draft extends Person {
  purpose: Purpose;
  plate: string;
  /** Other gates that it opens. */
  also: string[];
  later: boolean;
  begins: string | null;
  /** 0: up to `ends`. */
  days: number;
  ends: string | null;
  onBehalf: boolean;
  facts: FactValues;
}

export const emptyPerson = (person: string): Person => ({
  name: '',
  documentKind: 'resident-id',
  document: '',
  born: '',
  phone: '',
  person,
});

export const emptyDraft = (purpose: Purpose, person: string): Draft => ({
  ...emptyPerson(person),
  purpose,
  plate: '',
  also: [],
  later: false,
  begins: null,
  days: 7,
  ends: null,
  onBehalf: true,
  facts: {},
});

/** What has to be filled in first. */
export type Missing = 'name' | 'document' | 'born' | 'plate' | 'begins' | 'ends';

export function missingOf(person: Person): Missing[] {
  const missing: Missing[] = [];
  if (person.name.trim() === '') missing.push('name');
  if (person.document.trim() === '') missing.push('document');
  if (person.documentKind === 'other' && person.born.trim() === '') missing.push('born');
  return missing;
}

export function missingIn(draft: Draft): Missing[] {
  const missing = isAboutVehicles(draft.purpose)
    ? draft.plate.trim() === ''
      ? (['plate'] as Missing[])
      : []
    : missingOf(draft);
  if (draft.later && draft.begins === null) missing.push('begins');
  if (draft.days === 0 && draft.ends === null) missing.push('ends');
  return missing;
}

/** The application as it is sent: of the form only what its purpose needs. */
export function applicationOf(
  draft: Draft,
  { response, gate, now }: { response: string; gate: string; now: string },
): Application {
  const from = draft.later ? draft.begins : null;
  const days = new Date(Date.parse(from ?? now) + draft.days * 86_400_000).toISOString();
  return {
    response,
    gates: [gate, ...draft.also],
    purpose: draft.purpose,
    holder: isAboutVehicles(draft.purpose)
      ? { kind: 'vehicle', plate: draft.plate }
      : holderOf(draft),
    from,
    until: draft.days === 0 ? (draft.ends ?? days) : days,
    facts: draft.facts,
    onBehalf: draft.onBehalf,
  };
}

/** A person of the form. */
export const holderOf = (draft: Person): Arrival['holder'] => ({
  kind: 'person',
  person: draft.person,
  name: draft.name,
  document: { kind: draft.documentKind, number: draft.document },
  phone: draft.phone.trim() || null,
  ...(draft.documentKind === 'other' && { born: draft.born.trim() }),
});
