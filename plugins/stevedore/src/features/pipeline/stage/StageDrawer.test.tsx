import { StageVerificationState } from '@stevedore/plugin-stevedore-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  freightSummary,
  minutesAgo,
  pipeline,
  renderDrawer,
  stage,
} from '../../../fixtures';

const over: StageVerificationState = {
  id: 'v1',
  phase: 'Successful',
  startedAt: minutesAgo(3),
  finishedAt: minutesAgo(2),
  whyNotStop: 'the verification of dev is over: Successful',
};
const running: StageVerificationState = {
  id: 'v2',
  phase: 'Running',
  startedAt: minutesAgo(1),
  whyNotAgain: 'dev is being verified; wait for it, or stop it first',
};

async function open(changes: object, answers = {}) {
  const shown = pipeline({ stages: [stage('dev', changes)] });
  await renderDrawer('?drawer=stage&stage=dev', answers, shown);
  return within(screen.getByRole('dialog'));
}
const at = { project: 'web', stage: 'dev' };

it('verifies again what was verified', async () => {
  const verifyStage = jest.fn(async () => undefined);
  const drawer = await open({ verification: over }, { verifyStage });
  expect(
    drawer.queryByRole('button', { name: 'Stop verification' }),
  ).toBeNull();
  await userEvent.click(drawer.getByRole('button', { name: 'Verify again' }));
  expect(verifyStage).toHaveBeenCalledWith(at);
});

it('stops a verification, and says why it cannot begin another one', async () => {
  const stopVerification = jest.fn(async () => undefined);
  const drawer = await open({ verification: running }, { stopVerification });
  expect(
    drawer.getByRole('button', { name: 'Verify again' }),
  ).toHaveAccessibleDescription(
    'Dev is being verified; wait for it, or stop it first.',
  );
  await userEvent.click(
    drawer.getByRole('button', { name: 'Stop verification' }),
  );
  expect(stopVerification).toHaveBeenCalledWith(at);
});

it('says why the reader may not', async () => {
  const whyNot = { verify: 'You may not verify.' };
  const drawer = await open({ verification: running, whyNot });
  for (const name of ['Verify again', 'Stop verification'])
    expect(drawer.getByRole('button', { name })).toHaveAccessibleDescription(
      'You may not verify.',
    );
});

it('has no buttons where there are no checks', async () => {
  const drawer = await open({ verification: { ...over, id: undefined } });
  expect(drawer.queryByRole('button', { name: 'Verify again' })).toBeNull();
});

it('marks what is there and known to be bad', async () => {
  const quarantine = {
    at: minutesAgo(1),
    actor: 'user:default/ada',
    reason: '',
  };
  const drawer = await open({
    here: [freightSummary('1.4.3', { quarantine })],
  });
  expect(drawer.getByText('quarantined')).toBeInTheDocument();
});

it('shows what each metric measured, in a list', async () => {
  const measured = (phase: string, seconds: number, more: object) => ({
    phase,
    at: new Date(Date.parse(minutesAgo(2)) + seconds * 1000).toISOString(),
    ...more,
  });
  const getVerification = jest.fn(async () => ({
    metrics: [
      {
        name: 'errors',
        total: 2,
        measurements: [
          measured('Successful', 0, { value: '0.001' }),
          measured('Failed', 10, { message: 'got 0.2' }),
        ],
      },
    ],
  }));
  const drawer = await open({ verification: over }, { getVerification });
  const metrics = await drawer.findByRole('list', { name: 'Metrics' });
  expect(metrics).toHaveTextContent(
    'errors1 of 2 measurements passedgot 0.2, 1 min ago',
  );
  expect(getVerification).toHaveBeenCalledWith(at, expect.anything());
});

it('shows where it was measured, and what that printed', async () => {
  const log = { promotion: 'dev.1', step: 'verification v1' };
  const run = { cluster: 'prod-eu', namespace: 'shop', name: 'dev.v1.c0ffee' };
  const getVerification = jest.fn(async () => ({ metrics: [], log, run }));
  const getPromotionLogs = jest.fn(async () => ({
    items: [
      { id: '1', at: minutesAgo(2), step: log.step, text: 'load: 3 requests' },
    ],
  }));
  const drawer = await open(
    { verification: over },
    { getVerification, getPromotionLogs },
  );
  expect(
    await drawer.findByText(/Measured by AnalysisRun dev\.v1\.c0ffee/),
  ).toHaveTextContent('in namespace shop of cluster prod-eu.');
  expect(getPromotionLogs).not.toHaveBeenCalled();
  await userEvent.click(drawer.getByRole('button', { name: 'Show log' }));
  expect(
    await drawer.findByRole('region', {
      name: 'Lines of the log of the verification of dev',
    }),
  ).toHaveTextContent('load: 3 requests');
  expect(getPromotionLogs).toHaveBeenCalledWith(
    expect.objectContaining({ name: 'dev.1', step: 'verification v1' }),
    expect.anything(),
  );
});

it('says what keeps everything out, and how the queue goes', async () => {
  await open({
    queued: 2,
    queue: 'newest first: a newer one replaces those that wait',
    gates: [
      {
        gate: 'locks',
        status: 'blocked',
        sentence: 'dev is locked: "incident 812"',
        clearedBy: ['user:default/lin'],
      },
    ],
  });
  const drawer = screen.getByRole('dialog');
  expect(drawer).toHaveTextContent('Dev is locked: "incident 812"');
  expect(drawer).toHaveTextContent(
    '2 promotions in the queue. Newest first: a newer one replaces',
  );
});
