import type { Lesson } from '../../lessons/week.ts';

export interface TypedLesson {
  subject: string;
  teacher: string;
  room: string;
}

const looksLikeRoom = (typed: string) => /\d|室|楼|馆|场|房/.test(typed);

/** A lesson as people write it: subject, teacher, room, with spaces, strokes or lines between. Undefined: unclear; null: none. */
export function readCell(text: string): TypedLesson | null | undefined {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return null;
  const parts = typed
    .split(/[\n/|,;、]/.test(typed) ? /[\n/|,;、]/ : /\s+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const [subject = '', second = '', third = ''] = parts;
  if (parts.length > 3 || parts.some((one) => one.length > 20) || subject === '') return undefined;
  return parts.length === 2 && looksLikeRoom(second)
    ? { subject, teacher: '', room: second }
    : { subject, teacher: second, room: third };
}

/** As it is read again by {@link readCell}. */
export function cellText({ subject, teacher, room }: Pick<Lesson, 'subject' | 'teacher' | 'room'>) {
  const parts = [subject, teacher?.name ?? '', room].filter((one) => one !== '');
  const plain = !parts.some((one) => /\s/.test(one));
  // Two parts are a subject and a room only where the second looks like one.
  return parts.join(plain ? ' ' : ' / ');
}
