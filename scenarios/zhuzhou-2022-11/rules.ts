import { readFileSync } from 'node:fs';
import { readDmn } from '@liangbuwu/eligibility/dmn/read-dmn.ts';
import type { DecisionTable } from '@liangbuwu/eligibility/table.ts';

const FILES = {
  shierzhong: 'shierzhong-return.dmn',
  youxian: 'youxian-return.dmn',
  liling: 'liling-return.dmn',
} as const;

/** The demo's three returns to school as the page tells them, each a decision table by itself. */
export async function readReturns(): Promise<Record<keyof typeof FILES, DecisionTable>> {
  const [shierzhong, youxian, liling] = await Promise.all([
    readTable(FILES.shierzhong),
    readTable(FILES.youxian),
    readTable(FILES.liling),
  ]);
  return { shierzhong, youxian, liling };
}

async function readTable(file: string): Promise<DecisionTable> {
  const [table] = await readDmn(readFileSync(new URL(`./rules/${file}`, import.meta.url), 'utf8'));
  if (!table) throw new Error(`rules/${file} holds no table`);
  return table;
}
