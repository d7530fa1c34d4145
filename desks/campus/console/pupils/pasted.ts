import { BirthMonth, Phone } from '@liangbuwu/office/people/identity.ts';

export interface Pasted {
  pupils: { name: string; born: string; phone: string | null }[];
  /** Lines that are unclear, from 1. */
  bad: number[];
}

/** A month however a list writes it: 2005-3, 2005/03/12, 2005年3月, 200503. */
export function monthIn(typed: string): string | undefined {
  const figures = /^(\d{4})\D*(\d{1,2})(?!\d{3})/.exec(typed.normalize('NFKC').trim());
  const month = figures && `${figures[1]}-${figures[2]?.padStart(2, '0')}`;
  return BirthMonth.safeParse(month).data;
}

/** Lines as a spreadsheet gives them: name, month of birth, telephone. A first line of headings is passed over. */
export function readPasted(text: string): Pasted {
  const read: Pasted = { pupils: [], bad: [] };
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [name = '', month = '', number = ''] = line
      .split(/\t|,|，|;| {2,}/)
      .map((one) => one.trim());
    if (i === 0 && !/\d/.test(line)) continue;
    const born = monthIn(month);
    const phone = number === '' ? null : Phone.safeParse(number.normalize('NFKC')).data;
    if (name === '' || born === undefined || phone === undefined) read.bad.push(i + 1);
    else read.pupils.push({ name, born, phone });
  }
  return read;
}
