import { Rollout, RolloutAsk } from '@stevedore/plugin-stevedore-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  minutesAgo,
  pipeline,
  refusal,
  renderDrawer,
  rollout,
  stage,
} from '../../../../fixtures';

async function open(
  rollouts: Rollout[],
  actOnRollout: (ask: RolloutAsk) => Promise<void> = async () => undefined,
) {
  const getRollouts = async () => ({ rollouts });
  await renderDrawer(
    '?drawer=stage&stage=dev',
    { rollouts: { getRollouts, actOnRollout } },
    pipeline({ stages: [stage('dev', {})] }),
  );
  return within(screen.getByRole('dialog'));
}

it('shows how far a canary is, what runs, and what it waits for', async () => {
  const drawer = await open([rollout()]);
  expect(await drawer.findByRole('heading', { name: 'Rollout' })).toBeVisible();
  const meter = drawer.getByRole('meter', {
    name: 'Weight of the new version',
  });
  expect(meter).toHaveAttribute('aria-valuenow', '20');
  const steps = within(drawer.getByRole('list', { name: 'Steps of web' }));
  expect(steps.getAllByRole('listitem').map(item => item.textContent)).toEqual([
    '1. weight 20 % (done)',
    '2. pause until somebody promotes (paused here)',
    '3. analysis errors (open)',
    '4. weight 60 % (open)',
  ]);
  expect(steps.getAllByRole('listitem')[1]).toHaveAttribute(
    'aria-current',
    'step',
  );
  expect(
    drawer.getByText('New: revision 8: web:1.4.2, 1 replica'),
  ).toBeVisible();
  expect(
    drawer.getByText('Stable: revision 7: web:1.4.1, 4 replicas'),
  ).toBeVisible();
  expect(drawer.getByText(/It waits for somebody/)).toBeVisible();
});

it('promotes it, with the reason and what was seen', async () => {
  const act = jest.fn(async () => undefined);
  const drawer = await open([rollout()], act);
  await userEvent.click(
    await drawer.findByRole('button', { name: 'Promote…' }),
  );
  await userEvent.type(
    drawer.getByRole('textbox', { name: /Reason/ }),
    'looks good',
  );
  await userEvent.click(
    drawer.getByRole('button', { name: 'Go on to the next step' }),
  );
  expect(act).toHaveBeenCalledWith({
    ...{ project: 'web', stage: 'dev', reason: 'looks good' },
    ...{ cluster: 'prod-eu', namespace: 'shop', name: 'web' },
    ...{ act: 'promote', seen: 'seen' },
  });
});

it('wants to know why all checks are passed', async () => {
  const act = jest.fn(async () => undefined);
  const drawer = await open([rollout()], act);
  await userEvent.click(
    await drawer.findByRole('button', { name: 'Promote fully…' }),
  );
  const confirm = drawer.getByRole('button', {
    name: 'Give it all of the traffic',
  });
  expect(confirm).toHaveAccessibleDescription(
    'Say why first: it stays in the history.',
  );
  await userEvent.click(confirm);
  expect(act).not.toHaveBeenCalled();
});

it('says why what cannot be done, and what the cluster refused', async () => {
  const drawer = await open(
    [
      rollout({
        acts: [
          { act: 'promote', whyNot: 'You may not promote.' },
          { act: 'abort' },
        ],
      }),
    ],
    async () => {
      throw refusal('ConflictError', 'It has gone on meanwhile.');
    },
  );
  expect(
    await drawer.findByRole('button', { name: 'Promote…' }),
  ).toHaveAccessibleDescription('You may not promote.');
  await userEvent.click(drawer.getByRole('button', { name: 'Abort…' }));
  await userEvent.click(
    drawer.getByRole('button', { name: 'Go back to the stable version' }),
  );
  expect(
    await drawer.findByText(/It has gone on meanwhile/),
  ).toBeInTheDocument();
});

it('says that it was aborted, and by what', async () => {
  const drawer = await open([
    rollout({
      ...{ phase: 'Degraded', aborted: true, paused: undefined },
      message: 'RolloutAborted: Rollout aborted update to revision 8',
      analyses: [
        {
          ...{ of: 'step', name: 'web-2', phase: 'Failed' },
          message: 'errors: 12 > 1',
        },
      ],
      acts: [{ act: 'retry' }],
    }),
  ]);
  expect(await drawer.findAllByText('aborted')).not.toHaveLength(0);
  expect(drawer.getByText(/errors: 12 > 1/)).toBeVisible();
  expect(drawer.getByRole('button', { name: 'Retry…' })).toBeVisible();
});

it('shows how blue-green switches, and when', async () => {
  const drawer = await open([
    rollout({
      ...{ strategy: 'blueGreen', canary: undefined },
      blueGreen: {
        ...{ active: 'web', preview: 'web-preview' },
        ...{ autoPromotion: true, autoPromotionSeconds: 600 },
      },
      paused: {
        why: 'the preview is ready to be looked at',
        since: minutesAgo(3),
        until: minutesAgo(-7),
      },
    }),
  ]);
  expect(
    await drawer.findByText(
      'Service web has the active version, web-preview the preview. It switches by itself 600 s after the new version is ready.',
    ),
  ).toBeVisible();
  expect(drawer.getByText('7 min to go')).toBeVisible();
  expect(drawer.queryByRole('meter')).toBeNull();
});

it('says what cannot be seen, and shows nothing where there is none', async () => {
  const unseen = {
    ...{ cluster: 'prod-eu', namespace: 'shop', name: 'web' },
    phase: 'Unknown' as const,
    message: 'rollouts.argoproj.io of cluster prod-eu cannot be seen',
    acts: [{ act: 'promote' as const, whyNot: 'It cannot be seen.' }],
  };
  const drawer = await open([unseen]);
  expect(await drawer.findByText('cannot be seen')).toBeVisible();
  expect(drawer.queryByRole('meter')).toBeNull();
});

it('has no section where the stage has none', async () => {
  const drawer = await open([]);
  expect(drawer.queryByRole('heading', { name: 'Rollout' })).toBeNull();
});
