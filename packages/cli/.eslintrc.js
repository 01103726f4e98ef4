module.exports = require('@backstage/cli/config/eslint-factory')(
  __dirname,
  // the entry point of a program starts it
  require('../../scripts/lint/eslint.cjs').config({ reExports: false }),
);
