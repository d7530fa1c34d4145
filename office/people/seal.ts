import { z } from 'zod';
import { instant } from '../http/fields.ts';
import type { RecordName } from '../keys/envelope.ts';
import { pad, unpad } from '../keys/pad.ts';
import type { ResponseKeys } from '../keys/response-keys.ts';
import { FactKind, kinds, type Purpose } from './catalogue.ts';
import { type Document, Identity, plainDocument, plainPhone } from './identity.ts';

interface Of {
  tenant: string;
  response: string;
}

const nameOf = ({ tenant, response }: Of, record: string): RecordName => ({
  tenant,
  response,
  record,
});
const personName = (of: Of, person: string) => nameOf(of, `person:${person}`);

export const sealIdentity = (keys: ResponseKeys, of: Of, person: string, who: Identity): Buffer =>
  keys.seal(personName(of, person), pad(who));

export const openIdentity = (
  keys: Pick<ResponseKeys, 'open'>,
  of: Of,
  person: string,
  sealed: Buffer,
): Identity => Identity.parse(unpad(keys.open(personName(of, person), sealed)));

export interface SealedFact {
  id: string;
  person: string;
  fact: FactKind;
  purposes: readonly Purpose[];
}

// Kind and purposes are in the name: altered beside the value, it no longer opens.
const factName = (of: Of, { person, id, fact, purposes }: SealedFact) =>
  nameOf(of, `person:${person}/fact:${id}/${fact}/${[...purposes].sort().join('+')}`);

export interface FactContent {
  value: unknown;
  from: string;
}

export const sealFact = (
  keys: ResponseKeys,
  of: Of,
  fact: SealedFact,
  content: FactContent,
): Buffer => keys.seal(factName(of, fact), pad(content));

// Made once: a school's reports are opened by the thousand.
const contents = new Map(
  FactKind.options.map((kind) => [
    kind,
    z.strictObject({ value: kinds[kind].value, from: instant }),
  ]),
);

export function openFact(
  keys: Pick<ResponseKeys, 'open'>,
  of: Of,
  fact: SealedFact,
  sealed: Buffer,
): FactContent {
  const content = contents.get(fact.fact);
  if (!content) throw new RangeError(fact.fact);
  return content.parse(unpad(keys.open(factName(of, fact), sealed)));
}

/** By what a document is found again within its response, and by nobody once the key is gone. */
export const documentMark = (keys: ResponseKeys, of: Of, document: Document): Buffer =>
  keys.mark(nameOf(of, 'person-document'), plainDocument(document));

export const phoneMark = (keys: ResponseKeys, of: Of, phone: string): Buffer =>
  keys.mark(nameOf(of, 'person-phone'), plainPhone(phone));
