import { randomBytes, randomUUID } from 'node:crypto';

/** The one place that asks the system for what nobody can guess; everything else is handed it. */
export const systemRandomness = {
  newId: (): string => randomUUID(),
  newToken: (): string => randomBytes(32).toString('base64url'),
};
