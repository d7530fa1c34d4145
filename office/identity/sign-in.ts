import { type Deed, type Endpoint, endpoint } from '../http/endpoint.ts';
import { refuse } from '../http/refusal.ts';
import { say } from '../http/say.ts';
import { notFound, tooOften } from '../http/shared-refusals.ts';
import { enter } from './actor.ts';
import * as routes from './contract.ts';
import type { IdentityAction } from './ledger-words.ts';
import { loginLimits } from './login-limits.ts';
import { passwordCheck } from './password-hash.ts';
import { proofLasts } from './proof.ts';
import { notADemo, wrongLogin, wrongPassword } from './refusals.ts';
import { type IdentityServices, recordShown, refuseOnceCommitted } from './services.ts';
import { sessionEnds } from './session-length.ts';
import * as store from './store.ts';

export function signInEndpoints(services: IdentityServices): Endpoint[] {
  const limits = loginLimits();
  const check = passwordCheck(services.newToken());

  async function open(
    shown: store.Shown,
    action: 'identity.login' | 'identity.step-in',
    deed: Deed,
  ): Promise<routes.Me> {
    const at = deed.clock.now();
    const expires = sessionEnds(at);
    const token = services.newToken();
    const presented = deed.session.token;
    await store.openSession(deed.tx, { ...shown, token, presented, at, expires });
    await recordShown(services, deed, shown, { action, by: 'self' });
    const entered = await enter(deed.tx, token, '', at);
    if (!entered) throw new Error('the session that was just opened is not there');
    deed.afterwards(() => deed.session.set(token, expires));
    return { ...entered.actor, demo: services.demo };
  }

  return [
    endpoint(routes.enterByPassword, async ({ body }, deed) => {
      const login = body.login.trim().normalize('NFKC').toLowerCase();
      const attempt = limits.begin(login, deed.from, deed.clock.now());
      if ('wait' in attempt) throw refuse(tooOften, { seconds: attempt.wait });
      const found = await store.findLogin(deed.tx, login);
      const right = await check.matches(found?.hash, body.password);
      if (!found || !right) {
        if (found && attempt.last) {
          await recordShown(services, deed, found, { action: 'identity.locked', by: 'nobody' });
        }
        return refuseOnceCommitted(deed, refuse(wrongLogin, undefined));
      }
      attempt.succeeded();
      return open(found, 'identity.login', deed);
    }),

    endpoint(routes.proveAgain, async ({ body }, deed) => {
      const { tx, clock, actor } = deed;
      const now = clock.now();
      const area = await store.getHome(tx, actor.account);
      if (body.password !== undefined) {
        const attempt = limits.begin(actor.login, deed.from, now);
        if ('wait' in attempt) throw refuse(tooOften, { seconds: attempt.wait });
        const found = await store.findLogin(tx, actor.login);
        if (!(await check.matches(found?.hash, body.password))) {
          const shown = { tenant: actor.tenant, account: actor.account, area };
          if (attempt.last)
            await recordShown(services, deed, shown, { action: 'identity.locked', by: 'nobody' });
          return refuseOnceCommitted(deed, refuse(wrongPassword, undefined));
        }
        attempt.succeeded();
      } else if (!(services.demo && (await store.findTile(tx, actor.account)))) {
        throw refuse(wrongPassword, undefined);
      }
      // Signed in, so there is one.
      await store.proveSession(tx, deed.session.token as string, now);
      deed.record({
        action: 'identity.proved' satisfies IdentityAction,
        subject: `account:${actor.account}`,
        area,
      });
      return { until: now.add(proofLasts).toString({ smallestUnit: 'millisecond' }) };
    }),

    endpoint(routes.leave, async (_, deed) => {
      const { token } = deed.session;
      if (!token) return {};
      const entered = await enter(deed.tx, token, '', deed.clock.now());
      if (entered) {
        const { tenant, account } = entered.actor;
        const area = await store.getHome(deed.tx, account);
        await recordShown(
          services,
          deed,
          { tenant, account, area },
          { action: 'identity.logout', by: 'self' },
        );
      }
      await store.closeSession(deed.tx, token);
      deed.afterwards(() => deed.session.clear());
      return {};
    }),

    endpoint(routes.readMe, async (_, { actor }) => ({ ...actor, demo: services.demo })),

    endpoint(routes.readEntrance, async (_, { tx }) => ({
      demo: services.demo,
      tiles: services.demo ? await store.listTiles(tx) : [],
    })),

    endpoint(routes.stepIn, async ({ body }, deed) => {
      if (!services.demo) throw refuse(notADemo, undefined);
      const found = await store.findTile(deed.tx, body.account);
      if (!found) throw refuse(notFound, { what: say('演示角色', 'role of the demonstration') });
      return open(found, 'identity.step-in', deed);
    }),
  ];
}
