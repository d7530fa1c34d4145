import { refuses, rowOf } from './one-fault.fixture.ts';

refuses([
  { code: 'wrong-problem', at: '/problem', spoil: (plan) => void (plan.problem = 'another') },
  {
    code: 'score-tiers',
    at: '/score/tiers',
    ownScore: true,
    spoil: (plan) => void plan.score.tiers.reverse(),
  },
  {
    code: 'score-hardship',
    at: '/score/tiers/1/hardship',
    ownScore: true,
    spoil: ({ score }) => void Object.assign(score.tiers[1] ?? {}, { hardship: 8.99 }),
  },
  {
    code: 'score-worst',
    at: '/score/tiers/1/worst',
    ownScore: true,
    spoil: ({ score }) => void Object.assign(score.tiers[1] ?? {}, { worst: 29 }),
  },
  {
    code: 'score-people',
    at: '/score/tiers/0/people',
    ownScore: true,
    spoil: ({ score }) => void Object.assign(score.tiers[0] ?? {}, { people: 1 }),
  },
  {
    code: 'score-metres',
    at: '/score/metres',
    ownScore: true,
    spoil: ({ score }) => void (score.metres = 79199),
  },
  {
    code: 'score-changed',
    at: '/score/changed',
    ownScore: true,
    spoil: ({ score }) => void (score.changed = 1),
  },
  { code: 'short-missing', at: '/short', spoil: (plan) => void (plan.short = []) },
  {
    code: 'short-needless',
    at: '/short/1',
    spoil: (plan) => void plan.short.push({ ...rowOf(plan), point: 'east' }),
  },
  {
    code: 'short-needless',
    at: '/short/1',
    spoil: (plan) => void plan.short.push({ ...rowOf(plan), point: 'valley' }),
  },
  {
    code: 'short-twice',
    at: '/short/1',
    spoil: (plan) => void plan.short.push({ ...rowOf(plan) }),
  },
  {
    code: 'short-tier',
    at: '/short/0/tier',
    spoil: (plan) => void (rowOf(plan).tier = 'survival'),
  },
  { code: 'short-litres', at: '/short/0/litres', spoil: (plan) => void (rowOf(plan).litres = 299) },
  { code: 'short-litres', at: '/short/0/litres', spoil: (plan) => void (rowOf(plan).litres = 301) },
  {
    code: 'patch-fails',
    at: '/short/0/remedy/patch',
    spoil: (plan) =>
      void (rowOf(plan).remedy.patch = [{ op: 'replace', path: '/tankers/9/loaded', value: 1 }]),
  },
  {
    code: 'patch-fails',
    at: '/short/0/remedy/patch',
    spoil: (plan) =>
      void (rowOf(plan).remedy.patch = [{ op: 'add', path: '/__proto__/polluted', value: 1 }]),
  },
  {
    code: 'patch-breaks-problem',
    at: '/short/0/remedy/patch',
    spoil: (plan) =>
      void (rowOf(plan).remedy.patch = [{ op: 'replace', path: '/tankers/1/loaded', value: 3001 }]),
  },
  {
    code: 'patch-breaks-problem',
    at: '/short/0/remedy/patch',
    spoil: (plan) => void (rowOf(plan).remedy.patch = [{ op: 'remove', path: '/travel/metres/2' }]),
  },
  {
    code: 'patch-breaks-plan',
    at: '/short/0/remedy/patch',
    spoil: (plan) =>
      void (rowOf(plan).remedy.patch = [
        { op: 'replace', path: '/points/2/open/0/0', value: 28801 },
      ]),
  },
]);
