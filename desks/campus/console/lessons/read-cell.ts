import type { Lesson } from '../../lessons/week.ts';

export interface TypedLesson {
  subject: string;
  teacher: string;
  room: string;
}

const looksLikeRoom = (typed: string) =>
  /\d|[室楼馆场厅房]$/.test(typed) && !/(老师|教师)$/.test(typed);
/** Stands for a teacher or a room that there is none of. */
const none = '-';

/** A lesson as people write it: subject, teacher, room, with spaces, strokes or lines between. Undefined: unclear; null: none. */
export function readCell(text: string): TypedLesson | null | undefined {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return null;
  const parts = typed
    .split(/[\n/|,;、]/.test(typed) ? /[\n/|,;、]/ : /\s+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (parts.length > 3 || parts.some((one) => one.length > 20)) return undefined;
  const [subject = none, second = none, third = none] = parts;
  if (subject === none) return undefined;
  const isRoom = parts.length === 2 && looksLikeRoom(second);
  const [teacher, room] = isRoom ? [none, second] : [second, third];
  const given = (part: string) => (part === none ? '' : part);
  return { subject, teacher: given(teacher), room: given(room) };
}

/** As it is read again by {@link readCell}. */
export function cellText(of: Pick<Lesson, 'subject' | 'teacher' | 'room'>): string {
  const { subject, room } = of;
  const teacher = of.teacher?.name ?? '';
  const short = [subject, teacher, room].filter((one) => one !== '');
  const again = readCell(short.join(' / '));
  const isSame = again?.teacher === teacher && again.room === room;
  const parts = isSame ? short : [subject, teacher || none, room || none];
  return parts.join(parts.some((one) => /\s/.test(one)) ? ' / ' : ' ');
}
