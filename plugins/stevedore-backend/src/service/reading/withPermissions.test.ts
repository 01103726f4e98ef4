import { PlanAnswer } from '@stevedore/plugin-stevedore-common';
import { callerNamed } from '../__testUtils__/world';
import { planFor } from './withPermissions';

const secret = 'replicas: 7';
const answer: PlanAnswer = {
  plan: {
    promotion: 'prod.1',
    digest: 'd',
    problem: `edit: cannot read ${secret}`,
    effects: [
      {
        step: 'push',
        kind: 'git-push',
        target: 'main of https://host/x',
        files: ['a.yaml'],
        call: { body: secret },
      },
    ],
    outcomes: [
      { alias: 'edit', uses: 'yaml-update', status: 'Failed', message: secret },
    ],
    diffs: [
      {
        step: 'push',
        repoURL: 'https://host/x',
        branch: 'main',
        path: 'a.yaml',
        text: `+${secret}`,
        binary: false,
      },
    ],
  },
  action: 'Promote',
  open: true,
  gates: [],
  change: {
    freight: { name: 'f', origin: 'Warehouse/web', versions: [] },
    from: [],
    direction: 'first',
    between: [],
  },
  whyNot: `It would fail: edit: cannot read ${secret}`,
};

/** Somebody who lacks these permissions. */
function planWithout(...lacking: string[]) {
  const whyNot = async (questions: { permission: { name: string } }[]) =>
    questions.map(({ permission: { name } }) =>
      lacking.includes(name) ? `it needs ${name}` : undefined,
    );
  const at = { project: 'shop', stage: 'prod' };
  return planFor(answer, at, {
    authorizer: { whyNot },
    caller: callerNamed('ada'),
  });
}

it('shows who may ask, but not see contents, names of files and nothing of what stands in them', async () => {
  const shown = await planWithout('stevedore.plan.read');
  expect(JSON.stringify(shown)).not.toContain(secret);
  expect(shown.plan).toMatchObject({
    hidden: 'it needs stevedore.plan.read',
    effects: [{ files: ['a.yaml'] }],
  });
  expect(shown.whyNot).toContain('It would fail: planning failed');
});

it('says why somebody who sees the plan cannot ask for it', async () => {
  const shown = await planWithout('stevedore.promotion.create');
  expect(shown.whyNot).toBe('it needs stevedore.promotion.create');
  expect(shown.plan.diffs).toHaveLength(1);
});

it('changes nothing for who may do both', async () => {
  expect(await planWithout()).toEqual(answer);
});
