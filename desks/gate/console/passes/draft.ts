import { type FactValues, isAboutVehicles, type Purpose } from '../../gate.ts';
import type { Application } from '../../passes/pass.ts';
import type { Arrival } from '../../returnees/returnee.ts';

export interface Draft {
  purpose: Purpose;
  name: string;
  documentKind: 'resident-id' | 'other';
  document: string;
  born: string;
  phone: string;
  plate: string;
  days: number;
  onBehalf: boolean;
  person: string;
  facts: FactValues;
}

export const emptyDraft = (purpose: Purpose, person: string): Draft => ({
  purpose,
  name: '',
  documentKind: 'resident-id',
  document: '',
  born: '',
  phone: '',
  plate: '',
  days: 7,
  onBehalf: true,
  person,
  facts: {},
});

/** What has to be filled in first. */
export type Missing = 'name' | 'document' | 'born' | 'plate';

export function missingIn(draft: Draft): Missing[] {
  if (isAboutVehicles(draft.purpose)) return draft.plate.trim() === '' ? ['plate'] : [];
  const missing: Missing[] = [];
  if (draft.name.trim() === '') missing.push('name');
  if (draft.document.trim() === '') missing.push('document');
  if (draft.documentKind === 'other' && draft.born.trim() === '') missing.push('born');
  return missing;
}

/** The application as it is sent: of the form only what its purpose needs. */
export function applicationOf(
  draft: Draft,
  { response, gate, now }: { response: string; gate: string; now: string },
): Application {
  const until = new Date(Date.parse(now) + draft.days * 86_400_000).toISOString();
  return {
    response,
    gates: [gate],
    purpose: draft.purpose,
    holder: isAboutVehicles(draft.purpose)
      ? { kind: 'vehicle', plate: draft.plate }
      : holderOf(draft),
    from: null,
    until,
    facts: draft.facts,
    onBehalf: draft.onBehalf,
  };
}

/** A person of the form. */
export const holderOf = (draft: Draft): Arrival['holder'] => ({
  kind: 'person',
  person: draft.person,
  name: draft.name,
  document: { kind: draft.documentKind, number: draft.document },
  phone: draft.phone.trim() || null,
  ...(draft.documentKind === 'other' && { born: draft.born.trim() }),
});
