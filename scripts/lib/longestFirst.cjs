const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Files that take longest begin first: a machine that never ran them knows no times and goes by size, and a short file
 * that runs a long suite would be what everything waits for in the end.
 */
const LONGEST = [
  'store/engineOnPostgres',
  'store/engineOnSqlite',
  'commands/startWithKubernetes',
  'runtime/engine',
  'store/deaths',
  'registry/stepExamples',
  'conformance/vectors',
  'router/router',
  'runtime/secrets',
  'plan/PlanDrawer',
  'promotion/PromotionDrawer',
  'workers/CatalogWatcher',
].map(name => `/${name}.test.`);

const rank = ({ path }) => {
  const at = LONGEST.findIndex(name => path.includes(name));
  return at < 0 ? LONGEST.length : at;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
};
