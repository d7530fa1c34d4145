import { Refusal } from '../../http/refusal.ts';
import type { RecordName } from '../../keys/envelope.ts';
import type { ResponseKeys } from '../../keys/response-keys.ts';
import { Contact } from './people.contract.ts';

/** What to store: the same bytes where nothing changed, so that importing again changes no row. */
export function sealContact(
  keys: ResponseKeys,
  name: RecordName,
  contact: Contact | null | undefined,
  before: Buffer | null,
): Buffer | null {
  if (contact === undefined) return before;
  if (contact === null) return null;
  return before && opensTo(keys, name, before, contact) ? before : keys.seal(name, contact);
}

export function opensTo(
  keys: ResponseKeys,
  name: RecordName,
  sealed: Buffer,
  contact: Contact,
): boolean {
  try {
    const held = Contact.parse(keys.open(name, sealed));
    return held.name === contact.name && held.phone === contact.phone;
  } catch (error) {
    // What does not open is sealed anew; where the key is gone, sealing says so.
    if (error instanceof Refusal) return false;
    throw error;
  }
}
