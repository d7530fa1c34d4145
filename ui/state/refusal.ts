import type { Said } from '../language/messages.ts';

/** Why something was refused, as a person reads it. */
export type RefusalText = {
  code: string;
  cause: Said;
  remedy: Said;
  at?: readonly { path: string; code: string; cause: Said; remedy: Said }[] | undefined;
};

const isSaid = (value: unknown): value is Said =>
  typeof value === 'object' && value !== null && 'zh-CN' in value && 'en' in value;

function isRefusalText(value: unknown): value is RefusalText {
  const refusal = value as Partial<RefusalText> | null | undefined;
  return typeof refusal?.code === 'string' && isSaid(refusal.cause) && isSaid(refusal.remedy);
}

/** What an error says of itself: a refusal as it is, or as the `body` of the error that carries it. */
export function findRefusal(error: unknown): RefusalText | undefined {
  if (isRefusalText(error)) return error;
  const body = (error as { body?: unknown } | null | undefined)?.body;
  return isRefusalText(body) ? body : undefined;
}
