import { BirthMonth } from '@liangbuwu/office/people/identity.ts';

/** A month however a list writes it: 2005-3, 2005/03/12, 2005年3月, 200503. */
export function monthIn(typed: string): string | undefined {
  const figures = /^(\d{4})\D*(\d{1,2})(?!\d{3})/.exec(typed.normalize('NFKC').trim());
  const month = figures && `${figures[1]}-${figures[2]?.padStart(2, '0')}`;
  return BirthMonth.safeParse(month).data;
}
