import type { ResponseKeys } from '../keys/response-keys.ts';
import type { CountedRows, PersonalData } from './closing/personal-data.ts';

export interface ResponseServices {
  keys: ResponseKeys;
  demo: boolean;
  /** What is deleted when a response is closed, by every room that holds such. */
  personalData: readonly PersonalData[];
  /** What stays of it. */
  lastingData: readonly CountedRows[];
  closing: ClosingServices;
}

export interface ClosingServices {
  /** The shortest countdown. */
  hours: number;
  /** Once the rows are gone for certain: destroys the key and issues the certificate; again it changes nothing. */
  finish(of: { tenant: string; response: string }): Promise<void>;
  /** The public key of this installation's certificates; undefined where none was issued yet. */
  findPublicKey(): string | undefined;
}
