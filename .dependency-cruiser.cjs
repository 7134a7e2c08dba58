/*
 * Who may know whom. The order of knowledge, left may be imported by right:
 *   shared < infra realtime jobs http engine < file < account pai safety < message < card checkin itinerary recap < assistant < console < main service
 * `agents` stands aside: it knows shared and the engine only. What a module graph cannot see is in eslint.config.js.
 */

const PLUMBING = ['infra', 'realtime', 'jobs', 'http', 'engine'];
const RANKS = [['file'], ['account', 'pai', 'safety'], ['message'], ['card', 'checkin', 'itinerary', 'recap'], ['assistant'], ['console']];
const CAPABILITIES = RANKS.flat();
const any = (names) => `^cloud/src/(${names.join('|')})/`;
const TEST = '[.]test[.]tsx?$';
/** The seams with Koa: what is mounted, and the edge itself. */
const EDGE = '(^cloud/src/http/|^cloud/src/(main|service)[.]ts$|/routes[.]ts$)';
const STORES = '((^|/)(store|model)[.]ts$|^cloud/src/infra/mongo[.]ts$)';
const npm = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`;

const ranks = RANKS.map((rank, index) => ({
  name: `rank-${rank.join('-')}`,
  comment: `${rank.join(', ')} must not know what is built on top of it. Let the upper one subscribe to a hook of the lower one, or plug itself in through service.ts.`,
  severity: 'error',
  from: { path: any(rank), pathNot: TEST },
  to: { path: any(RANKS.slice(index + 1).flat()) },
})).filter((_, index) => index < RANKS.length - 1);

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or there is a third one both need. Types count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'This import leads nowhere: a wrong path, or a package that package.json does not name.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'named-packages',
      comment: 'The package comes with another one by accident. Name it in package.json.',
      severity: 'error',
      from: { path: '^(cloud|shared|miniapp|scripts|tests)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'product-needs-no-dev-packages',
      comment: 'The running service is installed without devDependencies. Move the package to dependencies.',
      severity: 'error',
      from: { path: '^(cloud/src|shared)/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shared-is-a-leaf',
      comment: 'shared/ runs on both sides, so it knows neither. Pass in what it needs.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(miniapp|cloud|tests|scripts)/' },
    },
    {
      name: 'shared-needs-only-zod',
      comment: 'Everything in shared/ may end up in the mini-program. Only zod, and only in wire/.',
      severity: 'error',
      from: { path: '^shared/', pathNot: TEST },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: npm('zod') },
    },
    {
      name: 'miniapp-never-sees-cloud',
      comment: 'The client knows the cloud by shared/wire alone.',
      severity: 'error',
      from: { path: '^miniapp/' },
      to: { path: '^(cloud|tests|scripts)/' },
    },
    {
      name: 'miniapp-wire-is-types-only',
      comment: 'A value from shared/wire brings zod into the 2 MB main package. Import the type, or move a constant both sides run to shared/domain.',
      severity: 'error',
      from: { path: '^miniapp/src/' },
      to: { path: '^shared/wire/', pathNot: '^shared/wire/(version|base)[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'console-front-never-sees-server',
      comment: 'The console page knows the cloud by shared/wire and its API.',
      severity: 'error',
      from: { path: '^cloud/console/' },
      to: { path: '^cloud/src/' },
    },
    {
      name: 'one-door-per-capability',
      comment: 'Another capability is entered by its index.ts, which exports verbs. Export the verb you need there.',
      severity: 'error',
      from: { path: '^cloud/src/([^/]+)/', pathNot: TEST },
      to: { path: any(CAPABILITIES), pathNot: ['^cloud/src/$1/', '^cloud/src/[^/]+/index[.]ts$'] },
    },
    {
      name: 'one-door-from-outside',
      comment: 'main.ts and service.ts plug capabilities together by their doors, index.ts.',
      severity: 'error',
      from: { path: '^cloud/src/[^/]+[.]ts$', pathNot: TEST },
      to: { path: any([...CAPABILITIES, 'agents', 'jobs', 'realtime']), pathNot: '^cloud/src/[^/]+/index[.]ts$' },
    },
    {
      name: 'rank-plumbing',
      comment: 'Plumbing does not know what flows through it. Take a port (an interface) and let service.ts plug it in.',
      severity: 'error',
      from: { path: any(PLUMBING), pathNot: TEST },
      to: { path: any([...CAPABILITIES, 'agents']) },
    },
    ...ranks,
    {
      name: 'rank-composition',
      comment: 'main.ts and service.ts know everything, so nothing may know them.',
      severity: 'error',
      from: { path: '^cloud/src/', pathNot: ['^cloud/src/main[.]ts$', TEST] },
      to: { path: '^cloud/src/(main|service)[.]ts$' },
    },
    {
      name: 'engine-is-pure',
      comment: 'The engine has no I/O, no clock, no settings: what it needs is an argument. It may use shared/ and itself.',
      severity: 'error',
      from: { path: '^cloud/src/engine/', pathNot: TEST },
      to: { pathNot: '^(cloud/src/engine|shared/domain)/' },
    },
    {
      name: 'agents-are-pure',
      comment: 'An agent is a function over a model and tools. What it reads or does comes in as an argument; it knows shared/ and the engine only.',
      severity: 'error',
      from: { path: '^cloud/src/agents/', pathNot: TEST },
      to: { path: '^cloud/src/', pathNot: '^cloud/src/(agents|engine)/' },
    },
    {
      name: 'agents-no-drivers',
      comment: 'Agents touch no store and no socket.',
      severity: 'error',
      from: { path: '^cloud/src/agents/' },
      to: { path: npm('mongoose', 'mongodb', 'ioredis', 'bullmq', 'koa', '@koa', 'ws') },
    },
    {
      name: 'langchain-only-in-agents',
      comment: 'LangChain lives in agents/. Call a function of agents/index.ts.',
      severity: 'error',
      from: { path: '^cloud/src/', pathNot: '^cloud/src/agents/' },
      to: { path: npm('langchain', '@langchain'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'mongoose-only-in-stores',
      comment: 'Queries live in store.ts, schemas in model.ts. Name what you want to know and put it in the store.',
      severity: 'error',
      from: { path: '^(cloud|shared)/', pathNot: [STORES, TEST] },
      to: { path: npm('mongoose', 'mongodb'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'koa-only-at-the-edge',
      comment: 'Verbs know no HTTP. Koa ends in routes.ts and http/.',
      severity: 'error',
      from: { path: '^cloud/src/', pathNot: [EDGE, TEST] },
      to: { path: npm('koa', '@koa', 'koa-.*') },
    },
    {
      name: 'pages-are-roots',
      comment: 'A page is opened, not imported. Move what you need to features/.',
      severity: 'error',
      from: { path: '^miniapp/src/', pathNot: ['^miniapp/src/pages/', TEST] },
      to: { path: '^miniapp/src/pages/' },
    },
    {
      name: 'pages-stand-alone',
      comment: 'Pages open each other by address. What two of them show belongs in features/.',
      severity: 'error',
      from: { path: '^miniapp/src/pages/([^/]+)/' },
      to: { path: '^miniapp/src/pages/', pathNot: '^miniapp/src/pages/$1/' },
    },
    {
      name: 'ui-is-dumb',
      comment: 'A component of ui/ draws what it is given. What knows the product belongs in features/.',
      severity: 'error',
      from: { path: '^miniapp/src/ui/' },
      to: { path: '^miniapp/src/(features|transport|pages)/' },
    },
    {
      name: 'transport-knows-no-screen',
      comment: 'Transport carries; features decide what to carry. Only the language errors are told in comes from the preferences.',
      severity: 'error',
      from: { path: '^miniapp/src/(transport|platform)/' },
      to: { path: '^miniapp/src/(features|pages|ui)/', pathNot: '^miniapp/src/features/settings/prefs[.]ts$' },
    },
    {
      name: 'no-test-code-in-product',
      comment: 'Tests and stand-ins are not shipped.',
      severity: 'error',
      from: { path: '^(cloud/src|cloud/console|shared|miniapp/src)/', pathNot: TEST },
      to: { path: `(^tests/|^miniapp/test/|${TEST})` },
    },
    {
      name: 'no-scripts-in-product',
      comment: 'Scripts start the product, not the other way round.',
      severity: 'error',
      from: { path: '^(cloud|shared|miniapp)/' },
      to: { path: '^scripts/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true, // or imports of types go unseen
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(miniapp|cloud|cloud/console)/dist/' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
    moduleSystems: ['es6', 'cjs'],
  },
};
