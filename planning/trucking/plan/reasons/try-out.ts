import type { Plan, Say } from '../../water-day.ts';
import { writePlan } from '../write-plan.ts';
import { litresOf } from './because.ts';
import { extend } from './extend.ts';
import type { Change, Relaxation } from './relaxation.ts';
import { goalOf, type Shortage } from './shortage.ts';
import { addedStops, clearAdded, type Study } from './study.ts';

/** A change under which the litres fitted, and how. */
export interface Fit {
  change: Change;
  /** The plan with the litres added; only when it was asked for. */
  longer: Plan | undefined;
}

/** What a trial is made on; `witness`: whether the longer plan is wanted. */
export interface Bench {
  study: Study;
  previous: Plan | undefined;
  witness: boolean;
}

/** Whether the litres fit with all of these loosened at once; if not, none need be tried by itself. */
export function fitsLoosened(
  { study }: Bench,
  shortage: Shortage,
  relaxations: Relaxation[],
): boolean {
  const { p } = shortage;
  const goal = goalOf(study.board, shortage);
  try {
    for (const one of relaxations) one.loosen(study, p);
    return extend(study, p, goal);
  } finally {
    clearAdded(study);
    for (const one of relaxations.toReversed()) one.restore(study, p);
  }
}

/** Loosens, adds the litres, tightens to what they used, and adds them once more under that. */
export function tryOut(
  bench: Bench,
  shortage: Shortage,
  relaxations: Relaxation[],
): Fit | undefined {
  const { study } = bench;
  const { p } = shortage;
  const goal = goalOf(study.board, shortage);
  try {
    if (!relaxations.every((one) => one.loosen(study, p)) || !extend(study, p, goal))
      return undefined;
    const changes: Change[] = [];
    for (const one of relaxations) {
      const change = one.tighten(study, p);
      if (!change) return undefined;
      changes.push(change);
    }
    if (changes.length > 0) {
      clearAdded(study);
      if (!extend(study, p, goal)) return undefined;
    }
    const brings = saysWho(study);
    const zh = changes.map(({ say }) => say['zh-CN']).join('，');
    const en = changes.map(({ say }) => say.en).join(', and ');
    return {
      change: {
        patch: changes.flatMap(({ patch }) => patch),
        say: {
          'zh-CN': `${zh || '不用改变什么'}，${brings['zh-CN']}。`,
          en: `${capital(en) || 'Nothing need change'}; ${brings.en}.`,
        },
      },
      longer: bench.witness ? writePlan(study.board, bench.previous) : undefined,
    };
  } finally {
    clearAdded(study);
    for (const one of relaxations.toReversed()) one.restore(study, p);
  }
}

/** Who brings the litres that were added, and by when. */
function saysWho(study: Study): Say {
  const { day } = study;
  const visits = addedStops(study).filter(({ node }) => node >= day.S);
  const litres = visits.reduce((sum, visit) => sum + visit.litres, 0);
  const tankers = [...new Set(visits.map(({ tanker }) => tanker))];
  const names = (spare: string, and: string) =>
    tankers.map((r) => (r === study.spare ? spare : day.problem.tankers[r]?.id)).join(and);
  const last = Math.ceil(Math.max(...visits.map(({ finish }) => finish)) / 60);
  const time = `${two(Math.floor(last / 60))}:${two(last % 60)}`;
  const times = visits.length;
  return {
    'zh-CN': `${names('增派的车', '、')}可在 ${time} 前${times > 1 ? `分 ${times} 次` : ''}送到 ${litres} 升`,
    en: `${names('it', ' and ')} can bring ${litresOf(litres)}${times > 1 ? ` in ${times} visits` : ''} by ${time}`,
  };
}

const two = (value: number) => String(value).padStart(2, '0');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
