import type { JudgedByRule } from '../rule/judged-by-rule.ts';
import type { Judged } from '../scan/judged.ts';
import type { Tone } from '../scan/sign.tsx';
import type { Look } from '../today/inside.ts';

const worse: readonly Tone[] = ['red', 'amber', 'green'];

/** The worst of what the pass, its last passage and the rule say; what the rule asks and nobody answered is something to look at. */
export function toneOf(
  { verdict }: Pick<Judged, 'verdict'>,
  look: Look | undefined,
  byRule: JudgedByRule | undefined,
): Tone {
  const rule = byRule && (byRule.judged?.verdict ?? 'amber');
  const all = [verdict, look && 'amber', rule];
  return worse.find((tone) => all.includes(tone)) ?? 'green';
}
