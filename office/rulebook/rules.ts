import { type RefusalKind } from '../http/refusal.ts';
import { type Say, say } from '../http/say.ts';

/** What can happen to a version, read aloud: in this state, when that happens, it becomes the other. */
export const versionTable = {
  draft: { saved: 'draft', proposed: 'proposed' },
  proposed: { 'sent-back': 'draft', published: 'published' },
  published: {},
} as const;
export type VersionState = keyof typeof versionTable;
export type VersionEvent = 'saved' | 'proposed' | 'sent-back' | 'published';
export const versionStates = ['draft', 'proposed', 'published'] as const satisfies VersionState[];

export function nextVersion(state: VersionState, event: VersionEvent): VersionState | undefined {
  return (versionTable[state] as Partial<Record<VersionEvent, VersionState>>)[event];
}

/** Of a version all that decides when it governs. Instants are ISO 8601. */
export interface Governing {
  id: string;
  set: string;
  number: number;
  state: VersionState;
  from: string;
  until: string | null;
  supersedes: readonly string[];
}

interface Jurisdiction {
  id: string;
  kind: string;
  area: { id: string };
}

export interface Activation {
  id: string;
  kind: string;
  starts: string;
  ended: string | null;
  areas: readonly { id: string }[];
}

export type Standing = 'draft' | 'proposed' | 'coming' | 'in-force' | 'over' | 'superseded';

const ms = (instant: string) => Date.parse(instant);

/** How a version stands by its own dates and by those that replace it; whether a response is active is another matter. */
export function standingOf(
  version: Governing,
  all: readonly Governing[],
  at: string,
): { standing: Standing; by?: Governing } {
  if (version.state !== 'published') return { standing: version.state };
  const now = ms(at);
  if (now < ms(version.from)) return { standing: 'coming' };
  if (version.until !== null && now >= ms(version.until)) return { standing: 'over' };
  const by = all.find(
    (other) =>
      other.state === 'published' &&
      ms(other.from) <= now &&
      (other.supersedes.includes(version.id) || follows(other, version)),
  );
  return by ? { standing: 'superseded', by } : { standing: 'in-force' };
}

/** Within a rule-set the version that begins later takes over, and of two that begin together the later number. */
function follows(other: Governing, version: Governing): boolean {
  if (other.set !== version.set || other.id === version.id) return false;
  const later = ms(other.from) - ms(version.from);
  return later > 0 || (later === 0 && other.number > version.number);
}

export type Governed<Set, Version> =
  | { is: 'in-force'; set: Set; version: Version; response: Activation }
  | { is: 'no-response' }
  | { is: 'no-rule'; response: Activation };

/**
 * Which version governs at a moment: of a response that is active there then, the nearest rule-set upwards that has one in force.
 *
 * @param path the area and all above it, nearest first.
 * @param sets all of one purpose.
 */
export function findGoverning<Set extends Jurisdiction, Version extends Governing>(of: {
  path: readonly string[];
  at: string;
  sets: readonly Set[];
  versions: readonly Version[];
  responses: readonly Activation[];
}): Governed<Set, Version> {
  const { path, at, sets, versions, responses } = of;
  const active = responses.filter((one) => covers(one, path, at));
  const kinds = new Set(sets.map(({ kind }) => kind));
  const [first] = active;
  for (const area of path) {
    for (const set of sets) {
      if (set.area.id !== area) continue;
      const response = active.find(({ kind }) => kind === set.kind);
      if (!response) continue;
      const version = versions.find(
        (one) => one.set === set.id && standingOf(one, versions, at).standing === 'in-force',
      );
      if (version) return { is: 'in-force', set, version, response };
    }
  }
  const fitting = active.find(({ kind }) => kinds.has(kind)) ?? (kinds.size === 0 && first);
  return fitting ? { is: 'no-rule', response: fitting } : { is: 'no-response' };
}

/** Whether a response is active at a moment in an area or one above it. */
function covers(response: Activation, path: readonly string[], at: string): boolean {
  const now = ms(at);
  return (
    ms(response.starts) <= now &&
    (response.ended === null || now < ms(response.ended)) &&
    response.areas.some(({ id }) => path.includes(id))
  );
}

/** Why nothing is asked, in words for the one at the gate. */
export const nothingAsked: Record<'no-response' | 'no-rule', Say> = {
  'no-response': say(
    '这里此时没有相应的应急响应，没有规则在执行：什么都不用查，什么都不用问。',
    'No such response is active here at that moment, so no rule is in force: nothing is checked and nothing is asked.',
  ),
  'no-rule': say(
    '这里此时没有为这件事发布的规则：什么都不用查，什么都不用问。',
    'No rule for this is in force here at that moment: nothing is checked and nothing is asked.',
  ),
};

/** What publishing would change about the past, if anything. */
export function rewrites(of: {
  version: Governing;
  now: string;
  /** The other published versions of its rule-set. */
  earlier: readonly Governing[];
  /** Published versions that already held above or there, for the same purpose and kind, in other rule-sets. */
  others: readonly Governing[];
}): 'before-now' | 'others-held' | undefined {
  const { version, now, earlier, others } = of;
  if (ms(version.from) >= ms(now)) return undefined;
  if (earlier.length > 0 || version.supersedes.length > 0) return 'before-now';
  const held = others.some(
    (other) =>
      ms(other.from) < ms(now) && (other.until === null || ms(other.until) > ms(version.from)),
  );
  return held ? 'others-held' : undefined;
}

const stateWords: Record<VersionState, Say> = {
  draft: say('草稿', 'a draft'),
  proposed: say('待发布', 'proposed'),
  published: say('已发布', 'published'),
};

export const wrongState: RefusalKind<{ state: VersionState; needs: VersionState }> = {
  code: 'wrong-state',
  status: 409,
  cause: ({ state, needs }) =>
    say(
      `这一版是${stateWords[state]?.['zh-CN'] ?? state}，不是${stateWords[needs]?.['zh-CN'] ?? needs}。`,
      `This version is ${stateWords[state]?.en ?? state}, not ${stateWords[needs]?.en ?? needs}.`,
    ),
  remedy: ({ state }) =>
    state === 'published'
      ? say('已发布的不能改，请起草新的一版。', 'What is published stays; draft another version.')
      : state === 'proposed'
        ? say('先退回，再修改。', 'Send it back first, then change it.')
        : say('先提交，再由另一人发布。', 'Propose it first; then somebody else publishes it.'),
};

export const notReady: RefusalKind<{ faults: number }> = {
  code: 'not-ready',
  status: 422,
  cause: ({ faults }) =>
    say(
      `还有 ${faults} 处要改，不能提交。`,
      `It cannot be proposed: ${faults} places to put right.`,
    ),
  remedy: () => say('逐处改正后再提交。', 'Put each of them right, then propose it again.'),
};

export const fourEyes: RefusalKind = {
  code: 'four-eyes',
  status: 403,
  cause: () =>
    say(
      '这一版是您起草或提交的，不能由您发布。',
      'You drafted or proposed this version, so you cannot publish it.',
    ),
  remedy: () =>
    say(
      '请另一位有发布权限的人看过后发布。',
      'Have somebody else who may publish read and publish it.',
    ),
};

export const historyStays: RefusalKind<{ from: string; now: string }> = {
  code: 'history-stays',
  status: 409,
  cause: ({ from, now }) =>
    say(
      `这一版从 ${from} 起，早于现在（${now}）：已经按旧规则判过的事不能改。`,
      `This version begins at ${from}, before now (${now}): what was judged by the older rule stays judged.`,
    ),
  remedy: () => say('把开始时间改到现在之后。', 'Send it back and let it begin later than now.'),
};

export const endsBeforeItBegins: RefusalKind = {
  code: 'ends-before-it-begins',
  status: 422,
  cause: () => say('结束时间不晚于开始时间。', 'It ends no later than it begins.'),
  remedy: () => say('改正起止时间，或不写结束时间。', 'Correct the dates, or leave the end out.'),
};

export const setIsFixed: RefusalKind = {
  code: 'set-is-fixed',
  status: 409,
  cause: () =>
    say(
      '辖区、用途和应急类型一经建立就不能改。',
      'The area, purpose and kind of a rule-set stay as they were made.',
    ),
  remedy: () => say('请另建一套规则。', 'Make another rule-set.'),
};

export const setExists: RefusalKind<{ name: string }> = {
  code: 'set-exists',
  status: 409,
  cause: ({ name }) =>
    say(
      `这个辖区为这个用途已有一套规则：${name}。`,
      `There is a rule-set for this area and purpose already: ${name}.`,
    ),
  remedy: () => say('请在那一套里起草新的一版。', 'Draft a new version of that one.'),
};

export const supersedesUnknown: RefusalKind = {
  code: 'supersedes-unknown',
  status: 422,
  cause: () =>
    say(
      '所取代的版本有的不存在、还没发布，或不是同一用途。',
      'What it supersedes does not exist, is not published, or is for another purpose.',
    ),
  remedy: () => say('重新选择所取代的版本。', 'Choose again what it supersedes.'),
};

export const factInUse: RefusalKind<{ name: string }> = {
  code: 'fact-in-use',
  status: 409,
  cause: ({ name }) =>
    say(
      `已提交或已发布的规则正用“${name}”：它的类型、已有的值和用途不能去掉。`,
      `Rules that are proposed or published use “${name}”: its type, values and purposes cannot be taken away.`,
    ),
  remedy: () =>
    say('可以改文字，或另加值和用途。', 'Change its words, or add values and purposes.'),
};

export const factsUnfit: RefusalKind<{ why: Say }> = {
  code: 'facts-unfit',
  status: 422,
  cause: ({ why }) => say(`事实填得不对：${why['zh-CN']}`, `The facts do not fit: ${why.en}`),
  remedy: () =>
    say('按各处的说明改正，或留空表示不知道。', 'Correct them, or leave out what is not known.'),
};

export const tableBroken: RefusalKind<{ why: Say }> = {
  code: 'table-broken',
  status: 422,
  cause: ({ why }) =>
    say(
      `这张表还不能用来判断：${why['zh-CN']}`,
      `Nothing can be decided by this table yet: ${why.en}`,
    ),
  remedy: () => say('先改正表中标出的各处。', 'First put right what is marked in the table.'),
};

export const dmnUnreadable: RefusalKind<{ why: Say }> = {
  code: 'dmn-unreadable',
  status: 422,
  cause: ({ why }) =>
    say(`读不了这个 DMN 文件：${why['zh-CN']}`, `This DMN file cannot be read: ${why.en}`),
  remedy: () =>
    say(
      '请用 DMN 1.3 的决策表，单元格写 S-FEEL。',
      'Use a decision table of DMN 1.3 with S-FEEL cells.',
    ),
};
