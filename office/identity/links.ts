import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { refuse } from '../http/refusal.ts';
import { readLink, usePasswordLink } from './contract.ts';
import { hashPassword } from './password-hash.ts';
import { findWeakness } from './password-rules.ts';
import { linkEnded, weakPassword } from './refusals.ts';
import { type IdentityServices, recordShown } from './services.ts';
import * as store from './store.ts';

/** What somebody does who holds a one-time link; making one is an administrator's (administration.ts). */
export function linkEndpoints(services: IdentityServices): Endpoint[] {
  return [
    endpoint(readLink, async ({ body }, { tx, clock }) => {
      const link = await store.findLink(tx, body.token, clock.now());
      if (!link) throw refuse(linkEnded, undefined);
      return { login: link.login, name: link.name, purpose: link.purpose, expires: link.expires };
    }),

    endpoint(usePasswordLink, async ({ body }, deed) => {
      const at = deed.clock.now();
      const link = await store.findLink(deed.tx, body.token, at);
      if (!link) throw refuse(linkEnded, undefined);
      const why = findWeakness(body.password, link);
      if (why) {
        const { code, cause, remedy } = refuse(weakPassword, { why }).body;
        throw refuse(weakPassword, { why }, [{ path: '/body/password', code, cause, remedy }]);
      }
      const hash = await hashPassword(body.password);
      if (!(await store.redeemLink(deed.tx, body.token, at, hash)))
        throw refuse(linkEnded, undefined);
      await recordShown(services, deed, link, {
        action: 'identity.link-used',
        by: 'self',
        detail: { purpose: link.purpose },
      });
      return { login: link.login };
    }),
  ];
}
