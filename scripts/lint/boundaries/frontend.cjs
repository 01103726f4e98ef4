// Who may import whom inside the frontend plugin: lib <- components, hooks <- features <- the page.
const { FRONTEND, TEST_CODE, error, npm } = require('./rule.cjs');

function frontend(...folders) {
  return `${FRONTEND}(${folders.join('|')})/`;
}

/** Pages, which put features together and hold nothing else. */
const PAGES = `${FRONTEND}features/(tab|page)/`;

module.exports = [
  error(
    'frontend-lib-is-react-free',
    'View logic is tested without rendering anything.',
    {
      from: { path: `${FRONTEND}lib/`, pathNot: TEST_CODE },
      to: {
        path: [
          npm(
            'react',
            'react-dom',
            'react-router',
            'react-router-dom',
            '@material-ui/[^/]+',
            '@backstage/(core-|frontend-|ui|theme|plugin-)[^/]*',
          ),
          `${FRONTEND}(api|hooks|features|components)/`,
        ],
      },
    },
  ),
  error(
    'frontend-components-are-dumb',
    'A shared part shows what it is given: it reads nothing, does nothing and knows no feature.',
    {
      from: { path: frontend('components'), pathNot: TEST_CODE },
      to: {
        path: [
          frontend('api', 'hooks', 'features'),
          npm('@tanstack/react-query'),
        ],
      },
    },
  ),
  error(
    'frontend-hooks-know-no-view',
    'What is read and done does not depend on who shows it.',
    {
      from: { path: frontend('hooks', 'api'), pathNot: TEST_CODE },
      to: { path: frontend('components', 'features') },
    },
  ),
  error(
    'frontend-features-read-through-hooks',
    'Every read and every action goes through a hook, which reads again what changed.',
    {
      from: { path: frontend('features'), pathNot: TEST_CODE },
      to: { path: [frontend('api'), npm('@tanstack/react-query')] },
    },
  ),
  error(
    'frontend-router-only-in-url-state',
    'The address is the page’s state, and one hook reads and writes it.',
    {
      from: {
        path: FRONTEND,
        pathNot: [`${FRONTEND}hooks/useUrlState\\.ts$`, ...TEST_CODE],
      },
      to: { path: npm('react-router', 'react-router-dom') },
    },
  ),
  error(
    'one-feature-never-imports-another',
    'What two features share is in components, hooks or lib; only a page puts features together.',
    {
      from: {
        path: `${FRONTEND}features/([^/]+)/`,
        pathNot: [PAGES, ...TEST_CODE],
      },
      to: {
        path: `${FRONTEND}features/`,
        pathNot: `${FRONTEND}features/$1/`,
      },
    },
  ),
  error(
    'a-page-takes-features-by-their-index',
    'What a feature shows of itself is in its index.ts.',
    {
      from: { path: PAGES, pathNot: TEST_CODE },
      to: {
        path: `${FRONTEND}features/`,
        pathNot: [PAGES, `${FRONTEND}features/[^/]+/index\\.ts$`],
      },
    },
  ),
];
