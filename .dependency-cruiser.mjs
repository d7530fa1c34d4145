// The arrows between the rooms (ARCHITECTURE.md). arrows/arrows.test.ts plants a violation of every rule.

const node = { dependencyTypes: ['core'] };
const browserSafe =
  '^(ui/|apps/(console|field)/src/|(office|desks)/[^/]+/console/|desks/[^/]+/field/|(office|desks)/.*(contract|contract\\.examples)\\.ts$|office/http/(client|contract|refusal|say|fields|shared-refusals)\\.ts$)';
const test = '\\.test\\.tsx?$|/testing/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'planning-stands-alone',
      comment: 'A planning library is usable from npm by itself: no room above it may be needed.',
      severity: 'error',
      from: { path: '^planning/' },
      to: { path: '^(office|ui|desks|apps|scenarios)/' },
    },
    {
      name: 'ui-knows-no-domain',
      comment: 'A table or a map serves every desk because it knows none of them.',
      severity: 'error',
      from: { path: '^ui/' },
      to: { path: '^(office|desks|apps|planning|scenarios)/' },
    },
    {
      name: 'office-knows-no-desk',
      comment: 'What all desks share may not lean on one of them.',
      severity: 'error',
      from: { path: '^office/' },
      to: { path: '^(desks|apps|scenarios)/' },
    },
    {
      name: 'pages-of-the-office-stand-apart',
      comment: 'What the office keeps runs without a browser; only its console folders have pages.',
      severity: 'error',
      from: { path: '^office/', pathNot: '^office/[^/]+/console/' },
      to: { path: '^ui/|^office/[^/]+/console/' },
    },
    {
      name: 'no-desk-imports-another',
      comment: 'A desk is deleted by deleting its folder.',
      severity: 'error',
      from: { path: '^desks/([^/]+)/' },
      to: { path: '^desks/', pathNot: '^desks/$1/' },
    },
    {
      name: 'desks-know-no-app',
      comment: 'Apps compose desks, never the other way.',
      severity: 'error',
      from: { path: '^desks/' },
      to: { path: '^(apps|scenarios)/' },
    },
    {
      name: 'scenarios-are-data',
      comment:
        'A scenario enters through the public doors, so it may know formats but no room behind them.',
      severity: 'error',
      from: { path: '^scenarios/' },
      to: { path: '^(office|ui|desks|apps)/' },
    },
    {
      name: 'apps-stand-apart',
      comment: 'Each app is one composition; what two share belongs in the office or in ui.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: test },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'browser-code-stays-browser-safe',
      comment: 'Contracts and pages run in a browser: no Node built-ins.',
      severity: 'error',
      from: { path: browserSafe, pathNot: test },
      to: node,
    },
    {
      name: 'pages-reach-rooms-through-contracts',
      comment: 'A page that imports a store would carry the database driver into the browser.',
      severity: 'error',
      from: { path: browserSafe, pathNot: test },
      to: { path: '^(office|desks)/.*(store|server|solver|solving)\\.ts$' },
    },
    {
      name: 'sql-only-in-stores',
      comment: 'A desk has its SQL in one place, so that its reads can be audited there.',
      severity: 'error',
      from: { path: '^desks/', pathNot: `store\\.ts$|/migrations/|${test}` },
      to: { path: 'node_modules/(kysely|pg)/' },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'What only tests need may not be shipped.',
      severity: 'error',
      from: { path: '^(planning|office|ui|desks|apps|scenarios)/', pathNot: test },
      to: { path: '\\.test\\.tsx?$|/testing/|node_modules/(vitest|fast-check|playwright-core)/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: { path: '^(planning|office|ui|desks|apps|scenarios)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/|\\.toolchain/|\\.data/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    preserveSymlinks: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
