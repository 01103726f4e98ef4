import {
  PromotionStepAsk,
  StevedoreApi,
} from '@stevedore/plugin-stevedore-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  minutesAgo,
  people,
  promotion,
  refusal,
  renderDrawer,
  runningDetail,
  step,
} from '../../../fixtures';

const NAME = promotion().name;

const input: PromotionStepAsk = {
  kind: 'input',
  sentence: 'somebody has to fill in a form',
  display: 'Which database?',
  responders: ['group:default/release-managers'],
  schema: {
    type: 'object',
    required: ['replicas'],
    properties: {
      replicas: { type: 'integer', title: 'Replicas' },
      size: { enum: ['small', 'large'] },
      backup: { type: 'boolean', default: true },
    },
  },
  actions: ['submit'],
};

async function open(
  ask: PromotionStepAsk,
  answers: Partial<StevedoreApi['people']> = {},
) {
  renderDrawer(`?drawer=promotion&promotion=${NAME}`, {
    getPromotion: async () =>
      runningDetail({
        steps: [
          step(0, { ask }),
          step(2, {
            alias: 'form',
            status: 'Running',
            finishedAt: undefined,
            ask,
            answers: [
              {
                actor: 'user:default/ravi',
                at: minutesAgo(1),
                action: 'approve',
                message: 'fine',
              },
            ],
          }),
        ],
      }),
    ...people(answers),
  });
  return screen.findByRole('region', { name: 'Step form asks' });
}

it('makes fields of the schema, and sends typed values', async () => {
  const answerStep = jest.fn(async () => promotion());
  const region = await open(input, { answerStep });
  expect(region).toHaveTextContent('Somebody has to fill in a form');
  expect(region).toHaveTextContent('Which database?');
  expect(region).toHaveTextContent('Asked: release-managers');
  expect(region).toHaveTextContent('ravi approved 1 min ago: “fine”');
  await userEvent.type(within(region).getByLabelText(/Replicas/), '5');
  await userEvent.selectOptions(within(region).getByLabelText('size'), 'large');
  await userEvent.click(within(region).getByRole('button', { name: 'Submit' }));
  expect(answerStep).toHaveBeenCalledWith({
    project: 'web',
    name: NAME,
    step: 2,
    action: 'submit',
    values: { replicas: 5, size: 'large', backup: true },
  });
});

it('says in the words of the backend what is wrong with a value', async () => {
  const region = await open(input, {
    answerStep: async () => {
      throw refusal('ConflictError', 'replicas must be at least 1');
    },
  });
  await userEvent.click(within(region).getByRole('button', { name: 'Submit' }));
  expect(await within(region).findByRole('alert')).toHaveTextContent(
    /replicas must be at least 1/i,
  );
});

it('approves and rejects a step with a reason', async () => {
  const answerStep = jest.fn(async () => promotion());
  const region = await open(
    {
      kind: 'approval',
      sentence: 'waits for 2 approvals',
      actions: ['approve', 'reject'],
    },
    { answerStep },
  );
  await userEvent.type(within(region).getByLabelText(/Reason/), 'looks good');
  await userEvent.click(
    within(region).getByRole('button', { name: 'Approve the step' }),
  );
  expect(answerStep).toHaveBeenCalledWith(
    expect.objectContaining({ action: 'approve', reason: 'looks good' }),
  );
});

it('says who may not answer, and why', async () => {
  const whyNot = 'you are none of those who are asked';
  const region = await open({ ...input, whyNot });
  expect(
    within(region).getByRole('button', { name: 'Submit' }),
  ).toHaveAccessibleDescription('You are none of those who are asked.');
  expect(within(region).queryByLabelText(/Replicas/)).toBeNull();
});
