import type { Need } from '@liangbuwu/office/commitments/contract.ts';
import { lastWord, nextNeed, sameWithin } from '@liangbuwu/office/commitments/rules.ts';
import * as commitments from '@liangbuwu/office/commitments/store.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { StoreNeed } from './stores.ts';

export const desk = 'campus';

/** What a need for stores is about: an item, which may be asked for again on the same day once the first has come. */
export const subjectOf = (item: string, need: string): string => `store:${item}:${need}`;

/** The item that a need is about; undefined when it is about something else. */
export const findItemOf = ({ subject }: Pick<Need, 'subject'>): string | undefined =>
  /^store:([^:]+):/.exec(subject)?.[1];

const sum = (figures: readonly number[]) => figures.reduce((all, one) => all + one, 0);

const countedOf = ({ proofs }: Need['promises'][number]): number | undefined =>
  lastWord(proofs, 'receiver')?.quantity;

/** What is still expected of it or came of it: a promise that was counted is worth what was counted. */
const expectedOf = ({ promises }: Pick<Need, 'promises'>): number =>
  sum(promises.map((one) => countedOf(one) ?? one.quantity));

/** As far as figures are told apart at all. */
const lacks = (quantity: number, there: number): boolean => there < quantity * (1 - sameWithin);

export function shownNeed(need: Need): StoreNeed {
  const { id, day, quantity, state, promises } = need;
  const arrived = sum(promises.map((one) => countedOf(one) ?? 0));
  return {
    id,
    item: findItemOf(need) ?? '',
    day,
    quantity,
    state,
    promised: sum(promises.map((one) => one.quantity)),
    arrived,
    standing: state !== 'withdrawn' && lacks(quantity, arrived),
    promises,
  };
}

export async function listStoreNeeds(
  tx: Tx,
  of: { response: string; school: string },
): Promise<StoreNeed[]> {
  const needs = await commitments.listNeedsAt(tx, { ...of, desk, area: of.school });
  return needs
    .filter((need) => findItemOf(need) !== undefined)
    .map(shownNeed)
    .reverse();
}

export async function getStoreNeed(
  tx: Tx,
  id: string,
): Promise<commitments.HeldNeed & { item: string }> {
  const need = await commitments.findNeed(tx, id);
  const item = need?.desk === desk ? findItemOf(need) : undefined;
  if (!need || item === undefined) throw refuse(notFound, { what: say('需求', 'need') });
  return { ...need, item };
}

/** Writes a need down as what is promised for it, and what came of that, leave it. */
export async function settleNeed(tx: Tx, tenant: string, id: string): Promise<StoreNeed> {
  const need = await getStoreNeed(tx, id);
  if (need.state === 'withdrawn') return shownNeed(need);
  const expected = expectedOf(need);
  const event = need.promises.length > 0 ? 'promised' : 'unpromised';
  await writeNeed(tx, tenant, {
    ...need,
    state: nextNeed(need.state, event) ?? need.state,
    outlook: outlookOf(need.quantity, expected),
  });
  await commitments.settleNeeds(tx, [id]);
  return shownNeed(await getStoreNeed(tx, id));
}

export const writeNeed = (
  tx: Tx,
  tenant: string,
  need: Omit<commitments.NewNeed, 'id'> & { id: string; response: string; day: string },
): Promise<unknown> => {
  const { id, area, subject, quantity, unit, state, outlook, response, day } = need;
  return commitments.upsertNeeds(tx, { tenant, response, desk, day }, [
    { id, area, subject, quantity, unit, state, outlook },
  ]);
};

/** A need is met only when nothing of it is short: that one of several promises was kept is not enough. */
export const outlookOf = (quantity: number, expected: number): commitments.NewNeed['outlook'] => ({
  expected,
  short: lacks(quantity, expected)
    ? {
        tier: 'store',
        missing: quantity - expected,
        because: 'not-promised',
        say: say('其余的还没有人承诺。', 'Nobody has promised the rest.'),
        remedy: say('请联系供应商并登记承诺。', 'Ask suppliers, and record what they promise.'),
      }
    : null,
});
