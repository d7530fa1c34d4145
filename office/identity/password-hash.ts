import { hash, verify } from '@node-rs/argon2';
import { normalised } from './password-rules.ts';

// argon2id is the library's default algorithm; the costs are OWASP's.
const costs = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> =>
  hash(normalised(password), costs);

export interface PasswordCheck {
  /** Takes as long where there is no hash as where there is one, and is false. */
  matches(stored: string | undefined, password: string): Promise<boolean>;
}

/** `decoy`: a random text that nobody knows. */
export function passwordCheck(decoy: string): PasswordCheck {
  const standIn = hashPassword(decoy);
  return {
    async matches(stored, password) {
      const right = await verify(stored ?? (await standIn), normalised(password));
      return right && stored !== undefined;
    },
  };
}
