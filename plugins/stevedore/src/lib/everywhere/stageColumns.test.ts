import fc from 'fast-check';
import { stage } from '../../fixtures';
import { stageColumns } from './stageColumns';

const chain = (...names: string[]) => ({
  stages: names.map((name, index) =>
    stage(name, {
      edges:
        index === 0
          ? []
          : [{ from: names[index - 1], kind: 'stage', requiredSoakMs: 0 }],
    }),
  ),
});

it.each([
  [[['dev', 'prod']], ['dev', 'prod']],
  [
    [
      ['dev', 'prod'],
      ['dev', 'staging', 'prod'],
    ],
    ['dev', 'staging', 'prod'],
  ],
  [
    [
      ['test', 'live'],
      ['dev', 'prod'],
      ['dev', 'live'],
    ],
    ['dev', 'prod', 'test', 'live'],
  ],
  [[[]], []],
])('puts %j into columns', (pipelines, columns) => {
  expect(stageColumns(pipelines.map(each => chain(...each)))).toEqual(columns);
});

it('names each stage once, and keeps the order of pipelines that agree', () => {
  const all = ['a', 'b', 'c', 'd', 'e'];
  fc.assert(
    fc.property(
      fc.array(fc.subarray(all), { minLength: 1, maxLength: 6 }),
      pipelines => {
        const columns = stageColumns(pipelines.map(each => chain(...each)));
        expect([...columns].sort()).toEqual(
          all.filter(name => pipelines.some(each => each.includes(name))),
        );
        const [first] = pipelines;
        expect(columns.filter(name => first.includes(name))).toEqual(first);
      },
    ),
  );
});
