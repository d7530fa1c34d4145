import fc from 'fast-check';
import type { Pass, PersonPass, VehiclePass } from '../pass/pass.ts';
import { day, now } from '../town.fixture.ts';

const common = {
  id: fc.record({ list: fc.nat(127), index: fc.nat(131_071) }),
  issuer: fc.stringMatching(/^[A-Z0-9-]{1,6}$/),
  areas: fc.uniqueArray(fc.integer({ min: 1, max: 255 }), { minLength: 1, maxLength: 3 }),
  purpose: fc.nat(23),
  issuedAt: fc.integer({ min: now - 2 * day, max: now }),
  from: fc.option(fc.integer({ min: now + 1, max: now + 10 * day }), { nil: undefined }),
  until: fc.integer({ min: now + 10 * day + 1, max: now + 29 * day }),
};

const people: fc.Arbitrary<PersonPass> = fc.record(
  {
    ...common,
    kind: fc.constant('person' as const),
    name: fc.constantFrom('张*', '欧*', 'A*', '𠮷*', 'Ж*'),
    lastFour: fc.stringMatching(/^[0-9]{3}[0-9X]$/),
  },
  { requiredKeys: ['kind', 'id', 'issuer', 'areas', 'purpose', 'issuedAt', 'until', 'name'] },
);

const vehicles: fc.Arbitrary<VehiclePass> = fc.record(
  {
    ...common,
    kind: fc.constantFrom('vehicle' as const, 'delivery' as const),
    plate: fc.stringMatching(/^[湘粤京陕][A-Z](D[0-9]{5}|[0-9]{5}|[0-9]{4}挂|临[0-9]{5})$/),
  },
  { requiredKeys: ['kind', 'id', 'issuer', 'areas', 'purpose', 'issuedAt', 'until', 'plate'] },
);

/** Any pass that may be signed. */
export const anyPass: fc.Arbitrary<Pass> = fc
  .oneof(people, vehicles)
  .map(({ from, ...pass }) => (from === undefined ? pass : { ...pass, from }) as Pass);
