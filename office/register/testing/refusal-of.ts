import { Refusal } from '../../http/refusal.ts';

/** The code that something is refused with; undefined where it is not. */
export async function refusalOf(doing: Promise<unknown>): Promise<string | undefined> {
  try {
    await doing;
  } catch (error) {
    if (error instanceof Refusal) return error.body.code;
    throw error;
  }
  return undefined;
}
