import type { ResponseKeys } from '../keys/response-keys.ts';

export interface RegisterServices {
  keys: ResponseKeys;
  newId(): string;
}
