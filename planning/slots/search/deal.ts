import { type Group, groupsOf } from './groups.ts';
import type { Instance } from './instance.ts';
import type { Choice } from './measure.ts';

/** For each group, slot and option: how many have it. */
export type Counts = readonly (readonly (readonly number[])[])[];

/**
 * Who has which start, when it is known how many have each. What stands alone keeps what it had before where that is among them. Chains
 * are dealt in order: the first start of each slot to one, the second to the next; that satisfies a link whenever anything does, and keeps
 * linked starts as near to each other as anything does.
 */
export function dealt({ acts }: Instance, groups: readonly Group[], counts: Counts): Choice {
  const choice = acts.map(() => 0);
  groups.forEach(({ members }, g) => {
    const slots = (counts[g] ?? []).map((of) =>
      of.flatMap((count, o) => Array.from({ length: count }, () => o)),
    );
    const hands = members.map((_, i) => slots.map((options) => options[i] ?? 0));
    const waiting = new Set(members);
    const kept = (member: readonly number[], hand: readonly number[]): number =>
      member.reduce((n, a, slot) => n + (acts[a]?.previous === hand[slot] ? 1 : 0), 0);
    // Those that keep most choose first.
    for (let wanted = slots.length; wanted >= 0; wanted -= 1) {
      for (const member of waiting) {
        const h = hands.findIndex((hand) => kept(member, hand) >= wanted);
        if (h < 0) continue;
        const [hand = []] = hands.splice(h, 1);
        member.forEach((a, slot) => (choice[a] = hand[slot] ?? 0));
        waiting.delete(member);
      }
    }
  });
  return choice;
}

/** The other way around: how many have each start. */
export function counted({ acts }: Instance, groups: readonly Group[], choice: Choice): Counts {
  return groups.map(({ members }) =>
    (members[0] ?? []).map((first, slot) => {
      const counts = (acts[first]?.options ?? []).map(() => 0);
      for (const member of members) {
        const o = choice[member[slot] ?? 0] ?? 0;
        counts[o] = (counts[o] ?? 0) + 1;
      }
      return counts;
    }),
  );
}

/** The same timetable with who is alike dealt again: it costs no more, and keeps more of what was before. */
export function redealt(instance: Instance, choice: Choice): Choice {
  const groups = groupsOf(instance);
  return dealt(instance, groups, counted(instance, groups, choice));
}
