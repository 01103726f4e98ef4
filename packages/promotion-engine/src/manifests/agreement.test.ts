import fc from 'fast-check';
import { inflateSteps } from '../decide/inflateSteps';
import { WrittenStep } from '../model/definition';
import { lint } from '../conformance/lint';
import { definitionOf } from './definition-of';
import { readManifests } from './read-manifests';
import { testOptions } from './__testUtils__/testOptions';

const NAMES = ['a', 'b', 'c', 'd'];
const name = fc.constantFrom(...NAMES);

interface StageParts {
  direct: boolean;
  stages: string[];
  strategy: string;
  soak: string;
  steps: string[];
}

/** Some of these are right, some are admitted and cannot work, some are refused. */
const step = fc.constantFrom(
  '{uses: fail}',
  '{uses: fail, as: one}',
  '{uses: fail, as: step-1}',
  '{uses: fial}',
  '{uses: git-clone, config: {repoURL: "https://git.example.com/x"}}',
  '{uses: git-clone, config: {}}',
  '{uses: fail, if: "${{ success() }}"}',
  '{uses: fail, if: "${{ 1 }}"}',
  '{uses: fail, if: "${{ ( }}"}',
  '{uses: fail, config: {message: "${{ vars.gone }}"}}',
  '{task: {name: t}, vars: [{name: need, value: x}]}',
  '{task: {name: t}}',
  '{task: {name: gone}}',
  '{task: {name: t}, config: {}}',
  '{uses: fail, task: {name: t}}',
  '{use: fail}',
);
const stageParts: fc.Arbitrary<StageParts> = fc.record({
  direct: fc.boolean(),
  stages: fc.uniqueArray(name, { maxLength: 2 }),
  strategy: fc.constantFrom('OneOf', 'All', 'Most'),
  soak: fc.constantFrom('0s', '1h', '1d'),
  steps: fc.array(step, { maxLength: 2 }),
});

const HEAD = `apiVersion: kargo.akuity.io/v1alpha1
kind: Project
metadata: {name: shop}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Warehouse
metadata: {name: web, namespace: shop}
spec: {subscriptions: [{image: {repoURL: ghcr.io/acme/web}}]}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: PromotionTask
metadata: {name: t, namespace: shop}
spec: {vars: [{name: need}], steps: [{uses: fail, as: one}]}
`;

function manifests(stages: StageParts[]): string {
  const documents = stages.map(
    ({ direct, stages: sources, strategy, soak, steps }, index) => `---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata: {name: ${NAMES[index]}, namespace: shop}
spec:
  requestedFreight:
  - origin: {kind: Warehouse, name: web}
    sources: {direct: ${direct}, stages: [${sources}], availabilityStrategy: ${strategy}, requiredSoakTime: ${soak}}
${
  steps.length > 0
    ? `  promotionTemplate: {spec: {steps: [${steps.join(', ')}]}}\n`
    : ''
}`,
  );
  return HEAD + documents.join('');
}

const definitions = fc
  .array(stageParts, { minLength: 1, maxLength: 4 })
  .map(manifests);
/** One that is right, whatever comes up by chance. */
const RIGHT = manifests([
  {
    ...{ direct: true, stages: [], strategy: 'OneOf', soak: '1h' },
    steps: [
      '{uses: fail}',
      '{task: {name: t}, vars: [{name: need, value: x}]}',
    ],
  },
]);
const entity = { ref: 'component:default/shop', name: 'shop', annotations: {} };

describe('lint and the compiler', () => {
  it('agree on what is valid', () => {
    let valid = 0;
    let total = 0;
    fc.assert(
      fc.property(definitions, text => {
        const files = [{ name: 'all.yaml', text }];
        const { project, problems } = readManifests(files, testOptions);
        const errors = problems.filter(({ severity }) => severity === 'error');
        const compiled = definitionOf(
          entity,
          { kind: 'files', files },
          testOptions,
        );
        total += 1;
        valid += project ? 1 : 0;
        expect(project === undefined).toBe(errors.length > 0);
        expect(compiled.project).toEqual(project);
        // what is valid can be promoted: every step has an alias of its own
        for (const stage of project?.stages ?? []) {
          const { vars = [], steps = [] } = stage.promotionTemplate ?? {};
          const made = inflateSteps<WrittenStep>({
            steps,
            vars: [...stage.vars, ...vars],
            tasks: project!.tasks,
          });
          expect(new Set(made.map(({ as }) => as)).size).toBe(made.length);
        }
      }),
      { numRuns: 300, examples: [[RIGHT]] },
    );
    expect(valid).toBeGreaterThan(0);
    expect(valid).toBeLessThan(total);
  });

  it('give the admission verdict without the runnable one, never the other way round', () => {
    fc.assert(
      fc.property(definitions, text => {
        const { project } = readManifests(
          [{ name: 'all.yaml', text }],
          testOptions,
        );
        const answer = lint({
          id: 'one',
          input: { files: { 'all.yaml': text } },
        });
        if (project) expect(answer).toMatchObject({ output: { valid: true } });
      }),
      { numRuns: 200 },
    );
  });

  it('tell of every problem where it is and what to do', () => {
    fc.assert(
      fc.property(definitions, text => {
        const lines = text.split('\n');
        const { problems } = readManifests(
          [{ name: 'all.yaml', text }],
          testOptions,
        );
        for (const { position, message, cure } of problems) {
          expect(lines[position!.line - 1].length).toBeGreaterThanOrEqual(
            position!.column - 1,
          );
          expect(message).toMatch(/\.$/);
          expect(cure.length).toBeGreaterThan(3);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('read any text without throwing', () => {
    fc.assert(
      fc.property(
        definitions,
        fc.nat(2_000),
        fc.string({ maxLength: 8 }),
        (text, at, noise) => {
          const broken = text.slice(0, at) + noise + text.slice(at + 3);
          const { project, problems } = readManifests(
            [{ name: 'all.yaml', text: broken }],
            testOptions,
          );
          expect(
            project === undefined ||
              problems.every(({ severity }) => severity !== 'error'),
          ).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
