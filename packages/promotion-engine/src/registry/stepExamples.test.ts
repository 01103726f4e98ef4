import { templateStep } from '../kinds/steps/_template';
import { createPrograms } from '../adapters/programs';
import { Programs } from '../ports/programs';
import { TOOL_PATH, whereThereIs } from '../testing/programs/whereThereIs';
import { builtInKinds } from './builtInKinds';
import { createRegistry } from './registry';
import { RunnableStepKind, StepExample } from './step';
import { ExampleResult, StepExampleWorld } from './testing/StepExampleWorld';

// every example runs twice, each in real repositories
jest.setTimeout(120_000);

const kinds = builtInKinds();
const steps = [...kinds.steps, templateStep];
const registry = createRegistry({ ...kinds, steps });

/** What must be there afterwards: the files before, and what the example says of them. */
function expectedFiles(example: StepExample): ExampleResult['files'] {
  const untracked = Object.entries(example.files ?? {})
    .filter(([path]) => !path.startsWith('src/'))
    .map(([path, content]) => [path, Buffer.from(content).toString()]);
  const files = { ...Object.fromEntries(untracked), ...example.after };
  for (const [path, content] of Object.entries(example.after ?? {}))
    if (content === null && !path.startsWith('src/')) delete files[path];
  return files;
}

async function runTwice(
  uses: string,
  example: StepExample,
  programs?: Programs,
) {
  const world = new StepExampleWorld(registry, example);
  try {
    return {
      sparse: await world.run(uses, { sparse: true, programs }),
      full: await world.run(uses, { sparse: false, programs }),
    };
  } finally {
    world.remove();
  }
}

describe.each([...registry.steps.values()].map(kind => [kind.id, kind]))(
  'the examples of %s',
  (id, kind) => {
    const { examples = [] } = kind as RunnableStepKind;
    const uses = id as string;

    it('are there', () => {
      expect(examples.length).toBeGreaterThan(0);
    });

    it.each(examples.map(example => [example.title, example] as const))(
      '%s, in a sparse and in a full workspace',
      async (_, example) => {
        const { sparse, full } = await runTwice(uses, example);
        const { outcome } = sparse;
        expect(outcome).toMatchObject({
          status: example.status ?? 'succeeded',
        });
        if (example.message) expect(outcome.message).toContain(example.message);
        if (example.output)
          expect('output' in outcome && outcome.output).toEqual(example.output);
        expect(sparse.files).toEqual(expectedFiles(example));
        expect(full).toEqual(sparse);
      },
    );
  },
);

/** What of the examples needs no other machine; what programs print there is what they print. */
const rendering = [...registry.steps.values()].flatMap(
  ({ id, examples = [] }) =>
    examples
      .filter(
        ({ programs = [] }) =>
          programs.length > 0 &&
          programs.every(({ args }) => args[0] !== 'dependency'),
      )
      .map(example => [id, example.title, example] as const),
);

whereThereIs('kustomize', 'helm')('with the programs themselves', () => {
  it.each(rendering)(
    '%s %s, in a sparse and in a full workspace',
    async (id, _, example) => {
      const programs = createPrograms({ path: TOOL_PATH });
      const { sparse, full } = await runTwice(id, example, programs);
      expect(sparse.outcome).toMatchObject({ status: 'succeeded' });
      if (example.message)
        expect(sparse.outcome.message).toContain(example.message);
      expect(sparse.files).toEqual(expectedFiles(example));
      expect(full).toEqual(sparse);
    },
  );
});
