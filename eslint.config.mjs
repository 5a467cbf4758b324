import tseslint from 'typescript-eslint';

/** Rooms that must give the same answer for the same facts, always: no clock, no disk, no network, no chance. */
const pureRooms = [
  'src/judge/**/*.ts',
  'src/routing/**/*.ts',
  'src/ledger/fold/**/*.ts',
  'src/ledger/verify/**/*.ts',
  'src/commands/**/*.ts',
];

const impure = {
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        {
          regex:
            '^(node:)?(fs|fs/promises|http|https|http2|net|tls|dns|dgram|child_process|worker_threads|os|timers|timers/promises|perf_hooks|process)$',
          message: 'This room is pure: gather facts first (src/facts/) and judge them here.',
        },
        {
          regex: '(^|/)(octokit|@octokit/[^/]+|probot|nock)(/|$)',
          message: 'This room is pure: only src/github/ talks to GitHub.',
        },
        {
          // The shape of facts may be named everywhere; how they are gathered may not.
          regex: '/((github|publish|wake|sandbox|cli|dashboard)/|facts/(?!(?:issue-)?facts\\.js$))',
          message: 'Data flows one way: this room is judged before anything is gathered or published from it.',
        },
      ],
    },
  ],
  'no-restricted-globals': [
    'error',
    'fetch',
    'process',
    'setTimeout',
    'setInterval',
    'setImmediate',
    'performance',
    'crypto',
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'The instant of the look is a fact.' },
    { object: 'Math', property: 'random', message: 'A verdict has no chance in it.' },
    { object: 'Temporal', property: 'Now', message: 'The instant of the look is a fact.' },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: 'The instant of the look is a fact.',
    },
  ],
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'demo-out/**', 'coverage/**', 'reports/**', '.mutants/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.mjs'] }, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // Taking a field out of an object is how one leaves it out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
  { files: pureRooms, rules: impure },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  {
    // What runs in the page is typed by the DOM, which nothing else here may know of.
    files: ['test/playground/browser/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['**/*.mjs'], ...tseslint.configs.disableTypeChecked },
);
