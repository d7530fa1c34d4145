import { pad, unpad } from '@liangbuwu/office/keys/pad.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { masked } from '@liangbuwu/office/people/identity.ts';
import { secretFor } from '@liangbuwu/office/public/secret.ts';
import { type OwnHolder, OwnPaper, type OwnShown } from './own.ts';

interface Of {
  tenant: string;
  response: string;
  id: string;
}

const nameOf = ({ tenant, response, id }: Of, kind: string) => ({
  tenant,
  response,
  record: `${kind}:${id}`,
});

export const sealOwn = (keys: ResponseKeys, of: Of, paper: OwnPaper): Buffer =>
  keys.seal(nameOf(of, 'gate-own'), pad(paper));

export const openOwn = (keys: ResponseKeys, of: Of, sealed: Buffer): OwnPaper =>
  OwnPaper.parse(unpad(keys.open(nameOf(of, 'gate-own'), sealed)));

export const markOwn = (keys: ResponseKeys, of: Of, said: unknown): Buffer =>
  keys.mark(nameOf(of, 'gate-own-said'), JSON.stringify(said));

export const secretOfOwn = (keys: ResponseKeys, of: Of): string =>
  secretFor(keys, nameOf(of, 'gate-own-page'));

/** What of who applies a list shows, and a pass would. */
export const shownOfOwn = (holder: OwnHolder): OwnShown =>
  holder.kind === 'person'
    ? { name: masked(holder.name.normalize('NFC')), lastFour: holder.lastFour, plate: null }
    : { name: null, lastFour: null, plate: holder.plate };
