import type { SchoolClass } from '../../campus.ts';
import { schoolsMessages } from '../messages/schools.ts';

/** How a grade is called: 高三 for the twelfth, 小班 for a kindergarten's first year. */
export function useGradeName(): (of: Pick<SchoolClass, 'stage' | 'grade'>) => string {
  const t = schoolsMessages.use();
  return ({ stage, grade }) =>
    stage === 'kindergarten'
      ? t(`years.g${grade as 1 | 2 | 3}`)
      : t(`grades.g${grade as 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12}`);
}
