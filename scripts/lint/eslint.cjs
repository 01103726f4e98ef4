// What this repository asks beyond Backstage's own rules. Each package's .eslintrc.js
// hands it to Backstage's factory.

/** Written by a program, so no one's style. */
const GENERATED = ['**/generated/**', '**/*.generated.ts'];
const TESTS = [
  '**/*.test.{ts,tsx}',
  '**/testing/**',
  '**/conformance/**',
  '**/__fixtures__/**',
  '**/__testUtils__/**',
  'src/fixtures/**',
];
/** Folders of the engine in which nothing but its arguments decides the result. */
const PURE = ['model', 'decide', 'expressions', 'manifests'].flatMap(folder => [
  `src/${folder}/**/*.ts`,
]);

const count = { skipBlankLines: true, skipComments: true };

const size = {
  rules: {
    'max-lines': ['error', { max: 400, ...count }],
    'max-lines-per-function': ['error', { max: 80, ...count }],
    'max-params': ['error', 3],
    '@backstage/no-mixed-plugin-imports': 'error',
    // functions are hoisted: the important one may come first
    '@typescript-eslint/no-use-before-define': [
      'error',
      { functions: false, variables: false, classes: false },
    ],
    // a state is a const object and the type of its values, under one name
    '@typescript-eslint/no-redeclare': 'off',
  },
  overrides: [
    {
      files: TESTS,
      rules: {
        'max-lines': ['error', { max: 800, ...count }],
        'max-lines-per-function': 'off',
        'max-params': 'off',
        'jest/no-conditional-expect': 'off',
        'jest/expect-expect': 'off',
      },
    },
    {
      // contract suites: tests that are exported and called by tests
      files: [
        '**/testing/**',
        '**/conformance/**',
        '**/__testUtils__/**',
        'src/fixtures/**',
      ],
      rules: {
        '@backstage/no-undeclared-imports': 'off',
        'jest/no-export': 'off',
        'jest/valid-describe-callback': 'off',
        'jest/valid-title': 'off',
      },
    },
    {
      files: GENERATED,
      rules: {
        'max-lines': 'off',
        'max-lines-per-function': 'off',
        'max-params': 'off',
      },
    },
  ],
};

const CLOCK = 'The time is an argument: `now`.';
const CHANCE = 'Chance is an argument: an id, a seed, a pinned value.';
const WORLD = 'A rule is handed facts; it does not fetch them.';
const GLOBALS = {
  fetch: WORLD,
  process: WORLD,
  crypto: CHANCE,
  performance: CLOCK,
  setTimeout: CLOCK,
  setInterval: CLOCK,
  setImmediate: CLOCK,
  queueMicrotask: CLOCK,
};

const purity = {
  files: PURE,
  excludedFiles: TESTS,
  rules: {
    'no-restricted-globals': [
      'error',
      ...Object.entries(GLOBALS).map(([name, message]) => ({ name, message })),
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: CLOCK },
      { object: 'Math', property: 'random', message: CHANCE },
      ...Object.entries(GLOBALS).map(([property, message]) => ({
        object: 'globalThis',
        property,
        message,
      })),
    ],
    'no-restricted-syntax': [
      'error',
      {
        selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
        message: CLOCK,
      },
      { selector: 'CallExpression[callee.name="Date"]', message: CLOCK },
      {
        selector: ':function[async=true]',
        message:
          'A rule is synchronous: what it waits for is fetched before it.',
      },
      {
        selector: 'AwaitExpression',
        message:
          'A rule is synchronous: what it waits for is fetched before it.',
      },
      {
        selector: 'TSEnumDeclaration',
        message: 'States are const objects, which are plain JSON.',
      },
    ],
  },
};

/** `index.ts` only says what is public. */
const onlyReExports = {
  files: ['src/index.ts', 'src/index.tsx'],
  rules: {
    'no-restricted-syntax': [
      'error',
      {
        selector:
          'Program > :not(ExportAllDeclaration):not(ExportNamedDeclaration[source]):not(ExportNamedDeclaration[declaration=null])',
        message: 'index.ts only re-exports.',
      },
    ],
  },
};

/** What is never built may ask where its files are. */
const unbuilt = { files: ['src/**'], rules: { 'no-restricted-syntax': 'off' } };

/** The rules of every package; `pure` for the engine, `built: false` for the demo. */
function config({ pure = false, reExports = true, built = true } = {}) {
  return {
    ...size,
    overrides: [
      ...size.overrides,
      ...(built ? [] : [unbuilt]),
      ...(pure ? [purity] : []),
      ...(reExports ? [onlyReExports] : []),
    ],
  };
}

module.exports = { config };
