import { schoolDayMessages } from '../../messages/school-day.ts';

export const without = <T>(rows: readonly T[], at: number): T[] => rows.filter((_, i) => i !== at);

/** What a row is called while its name is still empty, and a field of it for who cannot see the heading. */
export function useRowWords() {
  const t = schoolDayMessages.use();
  return {
    rowName: (name: string, at: number) => name.trim() || t('row', { number: at + 1 }),
    label: (row: string, field: string) => t('field', { row, field }),
  };
}
