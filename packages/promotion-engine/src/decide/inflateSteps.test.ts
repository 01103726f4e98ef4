import fc from 'fast-check';
import { InflationError, inflateSteps, PlainStep } from './inflateSteps';

type Step = PlainStep & { uses: string };

const task = {
  kind: 'PromotionTask',
  name: 'render',
  vars: [
    { name: 'image', value: '' },
    { name: 'out', value: './out' },
  ],
  steps: [
    { uses: 'copy', as: 'cp', vars: [{ name: 'own', value: 'first' }] },
    { uses: 'fail' },
  ],
};
const image = { name: 'image', value: 'web' };

describe('inflateSteps', () => {
  it('gives every step an alias and every step of a task its variables', () => {
    const steps = inflateSteps<Step>({
      steps: [
        { uses: 'git-clone' },
        { task: { name: 'render' }, vars: [image] },
      ],
      vars: [],
      tasks: [task],
    });
    const vars = [{ name: 'out', value: './out' }, image];
    expect(steps).toEqual([
      { uses: 'git-clone', as: 'step-1' },
      {
        uses: 'copy',
        as: 'task-2::cp',
        vars: [...vars, { name: 'own', value: 'first' }],
      },
      { uses: 'fail', as: 'task-2::step-2', vars },
    ]);
  });

  it.each([
    [
      'a task that is not there',
      { name: 'ghost' },
      [image],
      /no PromotionTask ghost/,
    ],
    [
      'a task of the other kind',
      { kind: 'ClusterPromotionTask', name: 'render' },
      [image],
      /no ClusterPromotionTask render/,
    ],
    ['a variable that nobody gives', { name: 'render' }, [], /variable image/],
    [
      'a variable that is given empty',
      { name: 'render' },
      [{ name: 'image', value: '' }],
      /variable image/,
    ],
  ])('refuses %s, and says at which step', (_, reference, vars, words) => {
    const inflate = () =>
      inflateSteps<Step>({
        steps: [{ uses: 'fail' }, { task: reference, vars }],
        vars: [],
        tasks: [task],
      });
    expect(inflate).toThrow(words);
    expect(inflate).toThrow(expect.objectContaining({ index: 1 }));
    expect(inflate).toThrow(InflationError);
  });

  it('keeps the variables of one step away from every other', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(names, names, fc.nat(5), (defaults, given, count) => {
        const variables = (list: string[], value: string) =>
          list.map(name => ({ name, value }));
        const inner = Array.from({ length: count }, (_, index) => ({
          uses: 'fail',
          vars: [{ name: 'own', value: `${index}` }],
        }));
        const steps = inflateSteps<Step>({
          steps: [{ task: { name: 't' }, vars: variables(given, 'g') }],
          vars: [],
          tasks: [
            {
              kind: 'PromotionTask',
              name: 't',
              vars: variables(defaults, 'd'),
              steps: inner,
            },
          ],
        });
        expect(steps.map(({ vars }) => vars)).toEqual(
          inner.map(({ vars }) => [
            ...variables(defaults, 'd'),
            ...variables(given, 'g'),
            ...vars,
          ]),
        );
      }),
    );
  });
});
