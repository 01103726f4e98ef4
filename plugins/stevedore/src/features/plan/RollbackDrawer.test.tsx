import {
  RollbackOptions,
  StevedoreApi,
} from '@stevedore/plugin-stevedore-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  freightChange,
  freightSummary,
  minutesAgo,
  pipeline,
  planAnswer,
  promotion,
  promotionDetail,
  renderDrawer,
  runningDetail,
  stage,
} from '../../fixtures';

const [OUT, TO, OLDER] = ['1.4.2', '1.4.0', '1.3.0'].map(version =>
  freightSummary(version),
);
const WAY = {
  origin: 'Warehouse/web',
  out: OUT,
  to: TO,
  verifiedAt: minutesAgo(2880),
  earlierCount: 2,
};

const options = (changes: Partial<RollbackOptions> = {}): RollbackOptions => ({
  stage: 'prod',
  options: [
    {
      ...WAY,
      earlier: [
        { freight: TO, verified: true, since: minutesAgo(60) },
        { freight: OLDER, verified: false, whyNot: 'it is quarantined' },
      ],
    },
  ],
  ...changes,
});

const backPlan = () =>
  planAnswer({
    action: 'Roll prod back to 1.4.0',
    change: freightChange({
      freight: TO,
      from: [OUT],
      direction: 'back',
      between: [],
    }),
  });

const shown = (changes: Parameters<typeof stage>[1] = {}) =>
  pipeline({
    stages: [
      stage('prod', {
        here: [OUT],
        autoPromotion: true,
        rollbacks: [WAY],
        ...changes,
      }),
    ],
  });

function open(
  address: string,
  answers: Partial<StevedoreApi> = {},
  of = shown(),
) {
  const planPromotion = jest.fn(async () => backPlan());
  const rollbackStage = jest.fn(async () => promotion());
  const getRollback = jest.fn(async () => options());
  renderDrawer(
    address,
    {
      planPromotion,
      rollbackStage,
      getRollback,
      getPromotion: async () => promotionDetail(),
      ...answers,
    },
    of,
  );
  return { planPromotion, rollbackStage, getRollback };
}

const dialog = (name: string) => screen.findByRole('dialog', { name });
const button = (name: string | RegExp) => screen.getByRole('button', { name });

it('is one click from the stage to the plan, and one to do it', async () => {
  const { planPromotion, rollbackStage } = open('?drawer=stage&stage=prod');
  await dialog('Stage prod');
  await userEvent.click(button('Back to 1.4.0'));
  const drawer = await dialog('Rollback of prod to 1.4.0');
  expect(planPromotion).toHaveBeenCalledWith(
    { project: 'web', stage: 'prod', freight: TO.name, rollback: true },
    expect.anything(),
  );
  expect(drawer).toHaveTextContent('web 1.4.2 → 1.4.0');
  expect(drawer).toHaveTextContent('Auto-promotion of web will pause here');
  await userEvent.click(button('Roll prod back to 1.4.0'));
  expect(rollbackStage).toHaveBeenCalledWith({
    project: 'web',
    stage: 'prod',
    freight: TO.name,
    origin: 'Warehouse/web',
    plan: 'prod.01hz.1420000',
  });
  await dialog('1.4.2 to prod');
});

it('quarantines what is taken out, and then wants to know why', async () => {
  const { rollbackStage } = open(
    `?drawer=rollback&stage=prod&freight=${TO.name}`,
  );
  await dialog('Rollback of prod to 1.4.0');
  await userEvent.click(await screen.findByLabelText(/^Quarantine 1.4.2/));
  await userEvent.click(button('Roll prod back to 1.4.0'));
  expect(rollbackStage).not.toHaveBeenCalled();
  await userEvent.type(screen.getByLabelText(/^Reason/), 'loses orders');
  await userEvent.click(button('Roll prod back to 1.4.0'));
  expect(rollbackStage).toHaveBeenCalledWith(
    expect.objectContaining({ quarantine: true, reason: 'loses orders' }),
  );
});

it('says who may not quarantine, and why', async () => {
  const whyNotQuarantine = 'You may not quarantine freight here.';
  open(`?drawer=rollback&stage=prod&freight=${TO.name}`, {
    getRollback: async () => options({ whyNotQuarantine }),
  });
  expect(await screen.findByText(whyNotQuarantine)).toBeInTheDocument();
  expect(screen.getByLabelText(/^Quarantine 1.4.2/)).toBeDisabled();
});

it('goes back to anything earlier, where nothing speaks against it', async () => {
  const { getRollback } = open('?drawer=stage&stage=prod');
  await dialog('Stage prod');
  expect(getRollback).not.toHaveBeenCalled();
  await userEvent.click(button('Back to something earlier'));
  const earlier = await screen.findByRole('list', {
    name: 'What was here before',
  });
  const [first, second] = within(earlier).getAllByRole('button');
  expect(second).toHaveAccessibleName('Back to 1.3.0');
  expect(second).toHaveAccessibleDescription('It is quarantined.');
  await userEvent.click(first);
  await dialog('Rollback of prod to 1.4.0');
});

it('says why there is no way back, and who may not go it', async () => {
  open(
    '?drawer=stage&stage=prod',
    {},
    shown({
      rollbacks: [
        WAY,
        {
          origin: 'Warehouse/conf',
          earlierCount: 0,
          whyNot: 'nothing was verified here',
        },
      ],
      whyNot: { rollback: 'You may not roll back in prod.' },
    }),
  );
  const drawer = await dialog('Stage prod');
  expect(button('Back to web 1.4.0')).toHaveAccessibleDescription(
    'You may not roll back in prod.',
  );
  expect(drawer).toHaveTextContent('verified here 2 days ago');
  expect(drawer).toHaveTextContent('conf Nothing was verified here');
});

it('does not offer anything earlier where nothing was', async () => {
  const whyNot = 'there is nothing to go back to';
  open(
    '?drawer=stage&stage=prod',
    {},
    shown({
      rollbacks: [
        { ...WAY, to: undefined, earlierCount: 0, whyNot },
        // what its own button leads to
        { ...WAY, origin: 'Warehouse/conf', earlierCount: 1 },
      ],
    }),
  );
  expect(await dialog('Stage prod')).toHaveTextContent(
    'There is nothing to go back to.',
  );
  expect(
    screen.queryByRole('button', { name: 'Back to something earlier' }),
  ).toBeNull();
});

it('tells what the last rollback was, and leads to it', async () => {
  const rollback = {
    sentence: 'went back to 1.4.0: verification failed',
    at: minutesAgo(3),
    promotion: 'prod.01hz.1420000',
  };
  open('?drawer=stage&stage=prod', {}, shown({ rollback }));
  expect(await dialog('Stage prod')).toHaveTextContent(
    'Went back to 1.4.0: verification failed 3 min ago',
  );
  await userEvent.click(button('Open the rollback'));
  await dialog('1.4.2 to prod');
});

it('leads back from the promotion that brought what is there', async () => {
  open('?drawer=promotion&promotion=prod.01hz.1420000', {
    getPromotion: async () =>
      runningDetail({
        promotion: { phase: 'Succeeded', finishedAt: minutesAgo(1) },
      }),
  });
  await dialog('1.4.2 to prod');
  await userEvent.click(button('Roll back to 1.4.0'));
  await dialog('Rollback of prod to 1.4.0');
});

it('says of a rollback why it is one, and how long the stage was bad', async () => {
  open('?drawer=promotion&promotion=prod.01hz.1420000', {
    getPromotion: async () =>
      runningDetail({
        promotion: {
          phase: 'Succeeded',
          rollback: {
            of: 'prod.x',
            out: OUT.name,
            because: 'verification',
            badSince: minutesAgo(20),
            restoredAfterMs: 720_000,
          },
        },
      }),
  });
  expect(await dialog('1.4.2 to prod')).toHaveTextContent(
    'Rollback: verification failed. Known to be bad since 20 min ago; good again after 12 min.',
  );
});
