import type { Gain } from '../../one-more.ts';

/** The floors at which a gain can be told, the most urgent two; one that only lost there is not called a gain. */
export const tellingTiers = ({ tiers }: Gain): Gain['tiers'] =>
  tiers.filter(({ people, shares }) => people > 0 || shares >= 1).slice(0, 2);
