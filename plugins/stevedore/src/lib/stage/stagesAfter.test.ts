import { stage } from '../../fixtures';
import { stagesAfter } from './stagesAfter';

const from = (name: string, origin = 'Warehouse/web') => ({
  from: name,
  kind: 'stage' as const,
  origin,
  requiredSoakMs: 0,
});

// as a definition may have them: not in the order of the pipeline
const stages = [
  stage('prod-eu', { edges: [from('gate')] }),
  stage('prod-us', { edges: [from('gate')] }),
  stage('gate', { edges: [from('staging')], controlFlow: true }),
  stage('staging', { edges: [from('dev')] }),
  stage('dev'),
  stage('conf', { edges: [from('dev', 'Warehouse/conf')] }),
];

it.each([
  ['dev', ['staging', 'gate', 'prod-eu', 'prod-us']],
  ['gate', ['prod-eu', 'prod-us']],
  ['prod-us', []],
])('finds what comes after %s for one origin', (name, after) => {
  expect(
    stagesAfter(stages, name, 'Warehouse/web').map(each => each.name),
  ).toEqual(after);
});
