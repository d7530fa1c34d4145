import { Phone } from '@liangbuwu/office/people/identity.ts';
import { monthIn } from '../../members/month-in.ts';

export interface Pasted {
  people: { name: string; born: string; phone: string | null }[];
  /** Lines that are unclear, from 1. */
  bad: number[];
}

/** Lines as a spreadsheet gives them: name, month of birth, telephone. A first line of headings is passed over. */
export function readPasted(text: string): Pasted {
  const read: Pasted = { people: [], bad: [] };
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [name = '', month = '', number = ''] = line
      .split(/\t|,|，|;| {2,}/)
      .map((one) => one.trim());
    if (i === 0 && !/\d/.test(line)) continue;
    const born = monthIn(month);
    const phone = number === '' ? null : Phone.safeParse(number.normalize('NFKC')).data;
    if (name === '' || born === undefined || phone === undefined) read.bad.push(i + 1);
    else read.people.push({ name, born, phone });
  }
  return read;
}
