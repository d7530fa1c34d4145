import type { Contract } from '@liangbuwu/office/http/contract.ts';
import { readHealth, readOpenapi } from '@liangbuwu/office/http/health.ts';
import { allEndpoints } from '../build-app.ts';

const unused = () => {
  throw new Error('only the contracts are read here');
};

/** Every contract of this installation. */
export const contracts: readonly Contract[] = [
  readHealth,
  readOpenapi,
  ...allEndpoints({
    demo: false,
    onLedger: unused,
    queue: { send: unused, work: unused, isBusy: unused, givenUp: unused, stop: unused },
    keys: {
      create: unused,
      seal: unused,
      open: unused,
      many: unused,
      mark: unused,
      destroy: unused,
      isDestroyed: unused,
      register: { create: unused, find: unused, seal: unused, open: unused, mark: unused },
    },
    closing: { hours: 24, finish: unused, findPublicKey: unused },
  }).map(({ contract }) => contract),
];
