import { cellOf, type Lesson, type LinkDefault, type Week } from '../../lessons/week.ts';
import { cellText, readCell } from './read-cell.ts';

/** What a cell holds beside what is typed in it. */
export interface CellMore {
  account: string | null;
  link: string;
  offline: string;
}
export interface WeekDraft {
  /** By cell, as it was typed. */
  texts: Readonly<Record<string, string>>;
  more: Readonly<Record<string, CellMore>>;
  links: readonly LinkDraft[];
}
/** A row that is being filled in: a link is typed letter by letter. */
export type LinkDraft = Omit<LinkDefault, 'link'> & { key: string; link: string };

export const nothingMore: CellMore = { account: null, link: '', offline: '' };

export const linkDrafts = (links: readonly LinkDefault[], newId: () => string): LinkDraft[] =>
  links.map((one) => ({ ...one, link: one.link ?? '', key: newId() }));

export const linksOf = (drafts: readonly LinkDraft[]): LinkDefault[] =>
  drafts
    .filter(({ subject }) => subject.trim() !== '')
    .map(({ key: _, link, ...rest }) => ({ ...rest, link: link.trim() || null }));

export const draftOf = (week: Week | undefined, newId: () => string): WeekDraft => ({
  texts: Object.fromEntries(week?.lessons.map((one) => [cellOf(one), cellText(one)]) ?? []),
  more: Object.fromEntries(
    week?.lessons.map((one) => [
      cellOf(one),
      { account: one.teacher?.account ?? null, link: one.link ?? '', offline: one.offline },
    ]) ?? [],
  ),
  links: linkDrafts(week?.links ?? [], newId),
});

/** With other texts: where another teacher is written now, the account of the one before goes. */
export function retyped(draft: WeekDraft, texts: WeekDraft['texts']): WeekDraft {
  const teacherIn = (text: string | undefined) => readCell(text ?? '')?.teacher ?? '';
  const more = Object.entries(draft.more).map(([cell, one]): [string, CellMore] =>
    teacherIn(draft.texts[cell]) === teacherIn(texts[cell])
      ? [cell, one]
      : [cell, { ...one, account: null }],
  );
  return { ...draft, texts, more: Object.fromEntries(more) };
}

/** Cells that cannot be read. */
export const unclearCells = ({ texts }: WeekDraft): string[] =>
  Object.entries(texts)
    .filter(([, text]) => readCell(text) === undefined)
    .map(([cell]) => cell);

/** The week that a draft stands for; a teacher’s name that is an account’s is that account. */
export function weekOf(
  { texts, more, links }: WeekDraft,
  teachers: readonly { id: string; name: string }[],
): Week {
  const lessons = Object.entries(texts).flatMap(([cell, text]): Lesson[] => {
    const read = readCell(text);
    const [day = '', period = ''] = cell.split(' ');
    if (!read) return [];
    const { account, link, offline } = more[cell] ?? nothingMore;
    const known = account ?? teachers.find(({ name }) => name === read.teacher)?.id ?? null;
    const name = read.teacher || teachers.find(({ id }) => id === known)?.name.slice(0, 20) || '';
    return [
      {
        day: Number(day),
        period,
        subject: read.subject,
        teacher: name === '' ? null : { account: known, name },
        room: read.room,
        link: link.trim() || null,
        offline: offline.trim(),
      },
    ];
  });
  const order = ({ day, period }: Lesson) => `${day} ${period}`;
  return {
    lessons: lessons.sort((a, b) => (order(a) < order(b) ? -1 : 1)),
    links: linksOf(links),
  };
}
