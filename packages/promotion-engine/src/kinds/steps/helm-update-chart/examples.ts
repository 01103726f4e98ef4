import { StepExample } from '../../../registry/step';

const repository = 'https://charts.example';
const chart = `apiVersion: v2
name: web
version: 1.0.0
dependencies:
  # the database
  - name: db
    version: 1.2.3 # from the freight
    repository: ${repository}
`;
const update = {
  program: 'helm' as const,
  args: ['dependency', 'update', '.'],
  prints: '',
};

export const helmUpdateChartExamples: StepExample[] = [
  {
    title: 'sets the version of a dependency, and lets Helm fetch it',
    config: {
      path: './src/chart',
      charts: [{ repository, name: 'db', version: '1.3.0' }],
    },
    files: { 'src/chart/Chart.yaml': chart },
    programs: [update],
    after: { 'src/chart/Chart.yaml': chart.replace('1.2.3', '1.3.0') },
    output: {
      commitMessage:
        'Updated dependencies of ./src/chart\n\n- db: 1.2.3 -> 1.3.0',
    },
  },
  {
    title: 'lets Helm choose within the ranges of Chart.yaml',
    config: { path: './src/chart' },
    files: { 'src/chart/Chart.yaml': chart },
    programs: [update],
    message: './src/chart is up to date',
  },
  {
    title: 'names a chart that is no dependency',
    config: {
      path: './src/chart',
      charts: [{ repository, name: 'cache', version: '1.3.0' }],
    },
    files: { 'src/chart/Chart.yaml': chart },
    status: 'failed',
    message: `Chart.yaml names no dependency cache of ${repository}`,
  },
  {
    title: 'takes no repository that only a configuration of Helm knows',
    config: { path: './src/chart' },
    files: {
      'src/chart/Chart.yaml': chart.replace(repository, '"@internal"'),
    },
    status: 'failed',
    message: 'the dependency db is from @internal: name its repository by',
  },
];
