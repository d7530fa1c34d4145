import { type OpenBundle, rulesInForce, type Say } from '@liangbuwu/passes/index.ts';
import type { CarriedRule } from '../../gate.ts';

export type RuleInForce = { name: Say; appeal: Say | null };

/** The rules that the bundle carries and whose time it is, with where one who disagrees can turn to. */
export function rulesOf(bundle: OpenBundle, at: number): RuleInForce[] {
  return rulesInForce(bundle.bundle, Math.floor(at / 1000)).flatMap(({ content }) => {
    try {
      const { name, appeal } = JSON.parse(content) as Partial<CarriedRule>;
      return name ? [{ name, appeal: appeal ?? null }] : [];
    } catch {
      return [];
    }
  });
}
