import type { Brought, Building } from '../../zone/zone.ts';

export interface ReadList {
  parcels: Brought[];
  /** Lines that are unclear, from 1. */
  bad: number[];
}

/** One parcel a line: a building as the zone names it, then whom it is for; a sheet’s cells or words, in any width. */
export function readList(text: string, buildings: readonly Building[]): ReadList {
  const read: ReadList = { parcels: [], bad: [] };
  const plain = (typed: string) => typed.normalize('NFKC').trim();
  // The longest name first: 1号楼 begins what is called 1号楼东 too.
  const known = [...buildings].sort((a, b) => b.name.length - a.name.length);
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const typed = plain(line);
    if (typed === '') continue;
    const building = known.find(({ name }) => typed.startsWith(plain(name)));
    const to = building && typed.slice(plain(building.name).length).replace(/^[\s,;:]+/, '');
    if (!building || !to || to.length > 60) read.bad.push(i + 1);
    else read.parcels.push({ building: building.id, to });
  }
  return read;
}
