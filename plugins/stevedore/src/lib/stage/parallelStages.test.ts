import fc from 'fast-check';
import { stage } from '../../fixtures/pipeline';
import {
  groupLabel,
  isFolded,
  parallelGroups,
  stageSpots,
  toggleFold,
} from './parallelStages';

const from = (...sources: string[]) => ({
  edges: sources.map(source => ({
    from: source,
    kind: 'stage' as const,
    requiredSoakMs: 0,
  })),
});
const after = (source: string, ...names: string[]) =>
  names.map(name => stage(name, from(source)));

const REGIONS = ['prod-ap', 'prod-eu', 'prod-sa', 'prod-us', 'prod-za'];
const regional = [stage('dev'), ...after('dev', ...REGIONS)];

it('takes stages together that are fed from the same place', () => {
  const groups = parallelGroups([
    ...regional,
    ...after('prod-eu', 'eu-a', 'eu-b'),
  ]);
  expect(groups.map(groupLabel)).toEqual(['prod (5 stages)']);
  expect(groups[0].id).toBe('dev');
});

it.each([
  [['eu-prod', 'us-prod', 'ap-prod'], 'prod'],
  [['eu', 'us', 'ap'], 'after dev'],
  [['prod-web-eu', 'prod-web-us', 'prod-web-ap'], 'prod-web'],
])('calls %s %s', (names, name) => {
  expect(parallelGroups(after('dev', ...names))[0].name).toBe(name);
});

it('folds many by itself, few when somebody says so', () => {
  const keys = (stages: typeof regional, folds = {}) =>
    stageSpots(stages, folds).map(({ key, folded }) => `${key} ${folded}`);
  expect(keys(regional)).toEqual(['dev false', 'group dev true']);
  expect(keys(regional, { unfolded: 'dev' })).toEqual([
    'dev false',
    'group dev false',
    ...REGIONS.slice(1).map(name => `${name} false`),
  ]);
  const few = regional.slice(0, 4);
  expect(keys(few)).toHaveLength(4);
  expect(keys(few, { folded: 'dev' })).toEqual(['dev false', 'group dev true']);
});

const pipelines = fc
  .array(fc.array(fc.nat(4), { maxLength: 2 }), { maxLength: 14 })
  .map(all =>
    all.map((sources, index) =>
      stage(
        `s${index}`,
        from(...sources.filter(each => each < index).map(each => `s${each}`)),
      ),
    ),
  );

it('loses no stage and shows none twice, whatever is folded', () => {
  fc.assert(
    fc.property(pipelines, fc.array(fc.nat(3)), (stages, toggled) => {
      const groups = parallelGroups(stages);
      const folds = toggled
        .flatMap(index => groups[index] ?? [])
        .reduce((before, group) => toggleFold(group, before), {});
      const shown = stageSpots(stages, folds).flatMap(spot => spot.stages);
      expect(shown.map(({ name }) => name).sort()).toEqual(
        stages.map(({ name }) => name).sort(),
      );
    }),
  );
});

it('is as before when it is toggled twice', () => {
  const [group] = parallelGroups(regional);
  const once = toggleFold(group, {});
  expect(isFolded(group, once)).toBe(false);
  expect(isFolded(group, toggleFold(group, once))).toBe(true);
});
