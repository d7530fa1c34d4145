import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { type SamplingSession, SessionFields } from '../../sampling/session.ts';

export type DraftGroup = {
  key: string;
  name: string;
  people: number | null;
  walk: number | null;
  areas: readonly string[];
};

/** A session as it stands in the form: figures that are not typed yet are null. */
export interface Draft {
  day: string;
  start: string;
  place: string;
  samplers: number | null;
  perTube: number | null;
  swab: number | null;
  tube: number | null;
  mostWaitMinutes: number | null;
  late: number | null;
  groups: readonly DraftGroup[];
}

export const newGroup = (): DraftGroup => ({
  key: newId(),
  name: '',
  people: null,
  walk: 180,
  areas: [],
});

const two = (value: number) => String(value).padStart(2, '0');

export function draftOf(session: SamplingSession | undefined, today: string): Draft {
  if (!session)
    return {
      day: today,
      start: '07:00',
      place: '',
      samplers: 3,
      perTube: 10,
      swab: 20,
      tube: 45,
      mostWaitMinutes: 10,
      late: 120,
      groups: [newGroup()],
    };
  const { day, start, place, samplers, perTube, swab, tube, mostWait, late, groups } = session;
  return {
    day,
    start: `${two(Math.floor(start / 3600))}:${two(Math.floor((start % 3600) / 60))}`,
    place,
    samplers,
    perTube,
    swab,
    tube,
    mostWaitMinutes: mostWait / 60,
    late,
    groups: groups.map((group, i) => ({ key: `${i}`, ...group })),
  };
}

export type Wrong = ReadonlySet<string>;

/** What would be saved; else which fields are wrong, as `place` or `groups.2.people`. */
export function readDraft(
  draft: Draft,
  response: string,
): { fields: SessionFields; wrong?: undefined } | { fields?: undefined; wrong: Wrong } {
  const { mostWaitMinutes, groups, start, ...rest } = draft;
  const [hours, minutes] = start.split(':').map(Number);
  const parsed = SessionFields.safeParse({
    response,
    ...rest,
    start: start === '' ? null : (hours ?? 0) * 3600 + (minutes ?? 0) * 60,
    mostWait: mostWaitMinutes === null ? null : mostWaitMinutes * 60,
    groups: groups.map(({ key: _, ...group }) => group),
  });
  if (parsed.success) return { fields: parsed.data };
  return { wrong: new Set(parsed.error.issues.map(({ path }) => path.join('.'))) };
}
