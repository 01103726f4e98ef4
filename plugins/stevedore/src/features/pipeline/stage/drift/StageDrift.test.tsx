import { DriftReport, StageDrift } from '@stevedore/plugin-stevedore-common';
import { screen, within } from '@testing-library/react';
import {
  driftRow,
  freightSummary,
  pipeline,
  refusal,
  renderDrawer,
  renderTab,
  stage,
  stageDrift,
} from '../../../../fixtures';

const shown = () =>
  pipeline({ stages: [stage('dev', { here: [freightSummary('1.4.2')] })] });

async function open(getDrift: () => Promise<DriftReport>) {
  await renderDrawer('?drawer=stage&stage=dev', { getDrift }, shown());
  return within(screen.getByRole('dialog'));
}

const answer = (drift: StageDrift) => async () => ({
  stages: [stageDrift('prod'), drift],
});

const title = { name: 'Promoted, Git, running' };

it('shows what was promoted, what Git says and what runs, side by side', async () => {
  const sentence =
    'Git says 1.4.1 since commit abc1234 by Ada; 1.4.2 was promoted here.';
  const differs = driftRow({
    git: { status: 'differs', value: '1.4.1' },
    running: { status: 'unknown' },
    verdict: 'gitDiffers',
    sentence,
  });
  const same = driftRow({ kind: 'revision', name: 'main of deploy' });
  const drawer = await open(
    answer(stageDrift('dev', { verdict: 'gitDiffers', rows: [differs, same] })),
  );
  const heading = await drawer.findByRole('heading', title);
  const items = within(heading.closest('section')!).getAllByRole('listitem');
  expect(items.map(item => item.textContent)).toEqual([
    `Image ghcr.io/acme/webGit differsPromoted1.4.2Git1.4.1Runningnot known${sentence}`,
    expect.stringContaining('Files on main of deployas promoted'),
  ]);
});

it('says why nothing is compared', async () => {
  const obstacle = 'dev.2 is being promoted there.';
  const drawer = await open(answer(stageDrift('dev', { obstacle, rows: [] })));
  expect(
    await drawer.findByText(`Nothing is compared now: ${obstacle}`),
  ).toBeVisible();
});

it('says what went wrong', async () => {
  const drawer = await open(async () => {
    throw refusal('NotAllowedError', 'You may not read web.');
  });
  expect(await drawer.findByText(/You may not read web/)).toBeVisible();
});

it('asks nothing where nothing was promoted', async () => {
  const getDrift = jest.fn(answer(stageDrift('dev')));
  await renderDrawer(
    '?drawer=stage&stage=dev',
    { getDrift },
    pipeline({ stages: [stage('dev')] }),
  );
  expect(screen.queryByRole('heading', title)).toBeNull();
  expect(getDrift).not.toHaveBeenCalled();
});

it('is a word on the card of a stage only where something differs', async () => {
  const stages = [
    stageDrift('dev', { verdict: 'gitDiffers' }),
    stageDrift('staging', { verdict: 'unknown' }),
    stageDrift('prod', { verdict: 'clusterDiffers' }),
  ];
  const getDrift = jest.fn<Promise<DriftReport>, [unknown, unknown?]>(
    async () => ({ stages }),
  );
  renderTab({ answers: { getDrift } });
  const card = async (name: string) =>
    (await screen.findByRole('button', { name: `Stage ${name}` })).closest(
      'li',
    )!;
  const section = await screen.findByRole('region', { name: 'Pipeline' });
  expect(await within(section).findByText('Git differs')).toBeVisible();
  expect(await card('dev')).toHaveTextContent('Git differs');
  expect(await card('prod')).toHaveTextContent('cluster differs');
  expect(await card('staging')).not.toHaveTextContent(/differs|not known/);
  // one answer for all of them
  expect(getDrift).toHaveBeenLastCalledWith(
    { project: 'web' },
    expect.anything(),
  );
});
