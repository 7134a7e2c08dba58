import tseslint from 'typescript-eslint';
import ownLines from './scripts/lint/ownLines.js';

/*
 * What a module graph cannot see; the graph itself is in .dependency-cruiser.cjs. Type errors are the compiler's business, so only
 * rules that say something about this project or catch real mistakes are on.
 */

const NO_ENV = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings come from cloud/src/config.ts, where each has a default, a check and a sentence for people. Add a key there and read config().',
};
const NO_CLOCK = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Take the time from infra/clock.ts (now, today …): tests move that clock.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the time from infra/clock.ts (now, today …): tests move that clock.' },
];
const NO_RANDOM = { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'The engine answers the same question the same way. Take chance as an argument.' };
const NO_TARO_NET = {
  selector: "CallExpression[callee.object.name='Taro'][callee.property.name=/^(request|connectSocket|uploadFile)$/]",
  message: 'Only src/transport talks to the cloud: there are the token, the retry and the error sentences. Call its functions.',
};
const NO_ENUM = { selector: 'TSEnumDeclaration', message: "Write a union of strings ('owner' | 'member'): it is what goes over the wire and needs no import." };

const restrict = (...selectors) => ({ 'no-restricted-syntax': ['error', ...selectors, NO_ENUM] });

const sizes = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'pai/own-lines': ['error', 60],
  'max-lines-per-function': ['error', { max: 160, skipBlankLines: true, skipComments: true, IIFEs: true }],
  'max-depth': ['error', 4],
};

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '.data/', '.cache/', 'coverage/', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    plugins: { '@typescript-eslint': tseslint.plugin, pai: { rules: { 'own-lines': ownLines } } },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...sizes,
      ...restrict(),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-debugger': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-control-regex': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-fallthrough': 'error',
      'no-unsafe-finally': 'error',
      'no-self-compare': 'error',
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all', ignoreRestSiblings: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ['cloud/src/**/*.ts', 'shared/**/*.ts'], rules: restrict(NO_ENV, ...NO_CLOCK) },
  { files: ['cloud/src/engine/**/*.ts', 'shared/domain/**/*.ts'], rules: restrict(NO_ENV, ...NO_CLOCK, NO_RANDOM) },
  { files: ['cloud/src/infra/clock.ts'], rules: restrict(NO_ENV) },
  { files: ['cloud/src/{config,main}.ts'], rules: restrict(...NO_CLOCK) },
  { files: ['miniapp/src/**/*.{ts,tsx}'], rules: restrict(NO_TARO_NET) },
  { files: ['miniapp/src/transport/**/*.ts'], rules: restrict() },
  // a script speaks to the terminal
  { files: ['scripts/**/*.ts', 'tests/evals/**/*.ts'], rules: { 'no-console': 'off' } },
  // a describe block is a list of cases, not a function that does something
  { files: ['**/*.test.{ts,tsx}'], rules: { ...restrict(), 'max-lines-per-function': 'off', 'pai/own-lines': 'off' } },
);
