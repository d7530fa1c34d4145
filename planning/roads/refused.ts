/** What this library cannot work with, said to the program's user as well as to the program. */
export class RoadsRefused extends Error {
  readonly code: RoadsRefusal;
  readonly says: { 'zh-CN': string; en: string };
  readonly remedy: { 'zh-CN': string; en: string };

  constructor(
    code: RoadsRefusal,
    says: { 'zh-CN': string; en: string },
    remedy: { 'zh-CN': string; en: string },
  ) {
    super(`${code}: ${says.en} ${remedy.en}`);
    this.name = 'RoadsRefused';
    this.code = code;
    this.says = says;
    this.remedy = remedy;
  }
}

export type RoadsRefusal = 'not-a-position' | 'not-a-road-graph' | 'bad-profile' | 'bad-snap-limit';
