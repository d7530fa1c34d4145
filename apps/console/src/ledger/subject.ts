/** Kinds that have a word in both languages; any other shows as it is. */
const worded = [
  'point',
  'source',
  'tanker',
  'plan',
  'account',
  'response',
  'place',
  'household',
  'person',
  'well',
  'promise',
  'area',
  'role',
  'floors',
  'rule-set',
  'rules',
  'rule-fact',
] as const;
type WordedKind = (typeof worded)[number];

export type Subject = {
  kind: string;
  word: WordedKind | undefined;
  /** What it was called when the entry was written; undefined where the entry does not say. */
  name: string | undefined;
  /** Its id, cut to what tells it apart in a list. */
  id: string;
};

/** What an entry is about, from its `kind:id` and its detail. */
export function readSubject(entry: { subject: string; detail: Record<string, unknown> }): Subject {
  const at = entry.subject.indexOf(':');
  const kind = at < 0 ? entry.subject : entry.subject.slice(0, at);
  const id = at < 0 ? '' : entry.subject.slice(at + 1);
  const { name } = entry.detail;
  return {
    kind,
    word: worded.find((known) => known === kind),
    name: typeof name === 'string' && name.trim() !== '' ? name.trim() : undefined,
    id: id.replace(/^([0-9a-f]{8})-[0-9a-f-]{27}$/i, '$1…'),
  };
}
