// The table "who may import whom", as rules. Every rule is seen to fire by
// scripts/checks/planted-violations.mjs.
module.exports = {
  forbidden: [
    ...require('./scripts/lint/boundaries/suite.cjs'),
    ...require('./scripts/lint/boundaries/engine.cjs'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-types|coverage|migrations)/' },
    // Types count as imports; `specify` tells which ones the compiler drops.
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: `${__dirname}/tsconfig.json` },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types', 'import'],
      extensions: [
        '.ts',
        '.tsx',
        '.mts',
        '.cts',
        '.js',
        '.mjs',
        '.cjs',
        '.json',
        '.d.ts',
      ],
    },
  },
};
