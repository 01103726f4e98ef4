import { PromotionRow } from '../model/rows';
import { defineStep } from '../registry/step';
import { EngineWorld } from './testing/EngineWorld';
import { ONE_STAGE } from './testing/oneStage';
import { say } from './testing/say';
import { ada } from './testing/suite/people';

/** As `say`, and inside a task its output is the task's. */
const answer = defineStep<Record<string, unknown>, never>({
  ...(say as object),
  id: 'answer',
  propagatesOutput: true,
} as never);

const TASK = `apiVersion: kargo.akuity.io/v1alpha1
kind: PromotionTask
metadata: {name: greet, namespace: web}
spec:
  vars:
  - {name: who, value: world}
  - {name: mood}
  steps:
  - uses: say
    as: first
    vars: [{name: own, value: "\${{ vars.who }}!"}]
    config: {text: "hello \${{ vars.own }}", mood: "\${{ vars.mood }}"}
  - uses: fail
    as: broken
    if: \${{ vars.mood == 'bad' }}
    continueOnError: true
  - uses: say
    if: \${{ status('first') == 'Succeeded' }}
    config: {broken: "\${{ status('broken') }}"}
  - uses: answer
    if: \${{ always() }}
    config: {greeting: "\${{ task.outputs.first.text }}"}
`;

const manifests = (steps: string, vars = '') => `${TASK}---
${ONE_STAGE}  vars: [${vars}]
  promotionTemplate:
    spec:
      steps:
${steps}`;

describe('tasks in a promotion', () => {
  let world: EngineWorld;
  afterEach(() => world.close());

  async function promote(text: string, inputs?: Record<string, string>) {
    world = new EngineWorld({ manifests: text, steps: [say, answer] });
    await world.boot();
    await world.define();
    const freight = await world.release('1.0.0');
    return world.promote('dev', freight.name, inputs);
  }

  async function outputs(promotion: PromotionRow) {
    const rows = await world.store.steps('web', promotion.name);
    return Object.fromEntries(
      rows.map(({ alias, status, output }) => [
        alias,
        status === 'Succeeded' ? output : status,
      ]),
    );
  }

  it('are written out, with their variables, conditions, and outputs that later steps see', async () => {
    const promotion = await promote(
      manifests(`      - task: {name: greet}
        as: hi
        vars: [{name: mood, value: bad}]
      - uses: say
        as: after
        config:
          task: "\${{ outputs.hi.greeting }}"
          inner: "\${{ outputs['hi::first'].text }}"
`),
    );
    expect(promotion.phase).toBe('Succeeded');
    expect(await outputs(promotion)).toEqual({
      'hi::first': { text: 'hello world!', mood: 'bad' },
      'hi::broken': 'Failed',
      'hi::step-3': { broken: 'Failed' },
      'hi::step-4': { greeting: 'hello world!' },
      after: { task: 'hello world!', inner: 'hello world!' },
    });
  });

  it('take a variable of the promotion before their default, and one of the referring step before both', async () => {
    const promotion = await promote(
      manifests(
        `      - {task: {name: greet}, as: a}
      - {task: {name: greet}, vars: [{name: who, value: you}]}
`,
        '{name: who, value: all}, {name: mood, value: good}',
      ),
    );
    expect(promotion.phase).toBe('Succeeded');
    expect(await outputs(promotion)).toMatchObject({
      'a::first': { text: 'hello all!', mood: 'good' },
      'a::broken': 'Skipped',
      'task-2::first': { text: 'hello you!' },
    });
  });

  it('stay as they were when the promotion was made', async () => {
    const text = manifests(`      - task: {name: greet}
        vars: [{name: mood, value: good}]
`);
    const promotion = await promote(text);
    await world.defineText(text.replace('hello', 'goodbye'));
    expect(
      (await world.promotion(promotion.name)).steps.map(({ as }) => as),
    ).toEqual([
      'task-1::first',
      'task-1::broken',
      'task-1::step-3',
      'task-1::step-4',
    ]);
    expect(JSON.stringify(promotion.steps)).toContain('hello');
  });

  it('end a promotion as their steps end', async () => {
    const promotion = await promote(
      manifests(`      - task: {name: greet}
        as: hi
        vars: [{name: mood, value: "\${{ 1 + }}"}]
`).replace('1 + }}', 'outputs.nothing.at }}'),
    );
    expect(promotion.phase).toBe('Errored');
    expect(promotion.message).toMatch(/^first of hi: /);
    expect(await outputs(promotion)).toMatchObject({ 'hi::step-4': 'Errored' });
  });

  it('see what a person gives with the promotion, as text that nobody evaluates', async () => {
    const text = manifests(`      - task: {name: greet}
        as: hi
        vars: [{name: mood, value: "\${{ vars.ticket }}"}]
`).replace(
      'metadata: {name: dev, namespace: web}',
      'metadata: {name: dev, namespace: web, annotations: {stevedore.dev/inputs: "ticket; who = you | all"}}',
    );
    const promotion = await promote(text, { ticket: 'A-1', who: 'all' });
    expect(await outputs(promotion)).toMatchObject({
      'hi::first': { text: 'hello all!', mood: 'A-1' },
    });
    const ask = (inputs: Record<string, string>) =>
      world.engine.request({
        project: 'web',
        stage: 'dev',
        freight: promotion.freight.name,
        actor: ada,
        inputs,
      });
    await expect(ask({})).rejects.toThrow(/dev needs the input ticket/);
    await expect(ask({ ticket: 'a', who: 'me' })).rejects.toThrow(
      /one of you, all/,
    );
  });
});
