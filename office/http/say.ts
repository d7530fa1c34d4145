import { z } from 'zod';

/** A text that a person reads, in both languages. */
export const Say = z.strictObject({ 'zh-CN': z.string(), en: z.string() });
export type Say = z.infer<typeof Say>;

export const say = (zh: string, en: string): Say => ({ 'zh-CN': zh, en });
