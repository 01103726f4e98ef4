import {
  PromotionDetail,
  StevedoreApi,
} from '@stevedore/plugin-stevedore-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  approval,
  minutesAgo,
  promotion,
  refusal,
  renderDrawer,
  runningDetail,
  step,
} from '../../fixtures';

const NAME = 'prod.01hz.1420000';
const ADDRESS = `?drawer=promotion&promotion=${NAME}`;

async function open(
  detail: PromotionDetail,
  {
    address = ADDRESS,
    ...answers
  }: Partial<StevedoreApi> & { address?: string } = {},
) {
  const backend = { now: detail };
  renderDrawer(address, {
    getPromotion: async () => backend.now,
    ...answers,
  });
  const drawer = await screen.findByRole('dialog', { name: '1.4.2 to prod' });
  return { drawer, backend };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

function failedDetail(changes: Parameters<typeof runningDetail>[0] = {}) {
  return runningDetail({
    steps: [
      step(0),
      step(1),
      step(2, {
        status: 'Errored',
        message: 'remote: HTTP 403 denied to the portal',
      }),
    ],
    whyNotAbort: 'It has ended already.',
    whyNotRetry: undefined,
    ...changes,
    promotion: {
      phase: 'Errored',
      finishedAt: minutesAgo(1),
      sentence: 'push: remote: HTTP 403 denied to the portal',
      ...changes.promotion,
    },
  });
}

const log = (...texts: string[]) =>
  texts.map((text, n) => ({
    id: `${n + 1}`,
    at: minutesAgo(1),
    step: 'push',
    text,
  }));

it('shows steps with state and result, and links where they lead', async () => {
  const url = 'https://github.com/acme/deploy/commit/3f2c1ab';
  const { drawer } = await open(
    runningDetail({
      steps: [
        step(0, { message: 'cloned main at 91ab3f2' }),
        step(1),
        step(2, {
          message: 'commit 3f2c1ab is on main',
          links: [{ title: 'Commit 3f2c1ab', url }],
        }),
      ],
      approvals: [approval()],
      promotion: {
        phase: 'Succeeded',
        finishedAt: minutesAgo(1),
        sentence: 'commit 3f2c1ab is on main',
      },
    }),
  );
  const [clone, , push] = within(
    within(drawer).getByRole('region', { name: 'Steps' }),
  ).getAllByRole('listitem');
  expect(clone).toHaveTextContent('cloned main at 91ab3f2');
  expect(clone).toHaveTextContent('done1 min');
  expect(within(push).getByRole('link')).toHaveAttribute('href', url);
  expect(drawer).toHaveTextContent('succeededtook 3 min');
  expect(drawer).toHaveTextContent('ravi');
  expect(screen.queryByRole('button', { name: /^Abort/ })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
});

it('opens a step at its address: configuration, outputs and a log that is searched and saved', async () => {
  const getPromotionLogs = jest.fn(async ({ after }) =>
    after
      ? { items: [{ ...log('pushed')[0], id: '3' }] }
      : { items: log('Counting objects', 'Writing objects'), next: '2' },
  );
  await open(
    runningDetail({
      steps: [step(0), step(1), step(2, { output: { commit: '3f2c1ab' } })],
    }),
    { getPromotionLogs, address: `${ADDRESS}&step=push` },
  );
  expect(
    await screen.findByRole('region', { name: 'Outputs' }),
  ).toHaveTextContent('3f2c1ab');
  expect(
    screen.getByRole('region', { name: 'Configuration, as it is written' }),
  ).toHaveTextContent('./push');
  const lines = await screen.findByRole('region', {
    name: 'Lines of the log of push',
  });
  expect(getPromotionLogs).toHaveBeenCalledWith(
    expect.objectContaining({ name: NAME, step: 'push', after: undefined }),
    expect.anything(),
  );
  await userEvent.click(button('Read more lines'));
  await waitFor(() => expect(lines).toHaveTextContent('pushed'));
  await userEvent.type(screen.getByLabelText('Search the log'), 'OBJECTS');
  expect(lines).not.toHaveTextContent('pushed');
  expect(screen.getByText('2 lines found')).toBeInTheDocument();

  const saved: Blob[] = [];
  URL.createObjectURL = (blob: Blob) => `blob:${saved.push(blob)}`;
  URL.revokeObjectURL = () => {};
  const click = jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation();
  await userEvent.click(button('Download'));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0].size).toBe(
    ['Counting objects', 'Writing objects', 'pushed']
      .map(text => `${minutesAgo(1)} push ${text}\n`)
      .join('').length,
  );
  click.mockRestore();

  await userEvent.click(button('Fold step 3, push'));
  expect(screen.queryByRole('region', { name: 'Outputs' })).toBeNull();
});

it('follows the log of a running step, asking only for what is new', async () => {
  const getPromotionLogs = jest
    .fn()
    .mockResolvedValueOnce({ items: log('one') })
    .mockResolvedValue({ items: [] });
  const { drawer } = await open(runningDetail(), {
    getPromotionLogs,
    address: `${ADDRESS}&step=push`,
    abortPromotion: async () => promotion(),
  });
  await within(drawer).findByText('one');
  expect(button('Following')).toHaveAttribute('aria-pressed', 'true');
  // everything of the project is read again after an action
  await userEvent.click(button('Abort…'));
  await userEvent.click(button('Abort now'));
  await waitFor(() =>
    expect(getPromotionLogs.mock.calls.length).toBeGreaterThan(1),
  );
  expect(getPromotionLogs.mock.calls[1][0]).toMatchObject({ after: '1' });
  expect(drawer).toHaveTextContent('one');
});

it('explains a failed step in plain words, then raw, then what to try, and retries', async () => {
  const retryPromotion = jest.fn(async () =>
    promotion({ name: 'prod.01ii.1420000' }),
  );
  const { drawer } = await open(failedDetail(), { retryPromotion });
  const [, , push] = within(
    within(drawer).getByRole('region', { name: 'Steps' }),
  )
    .getAllByRole('listitem')
    .filter(item => item.parentElement?.tagName === 'OL');
  expect(push.textContent).toMatch(
    /The change could not be pushed.*remote: HTTP 403 denied to the portal.*What to try:.*credentials/,
  );
  await userEvent.click(button('Retry'));
  expect(retryPromotion).toHaveBeenCalledWith({ project: 'web', name: NAME });
});

it('says why it cannot be retried', async () => {
  const why =
    'You may not try promotions again here: it needs the permission stevedore.promotion.retry.';
  await open(failedDetail({ whyNotRetry: why }));
  expect(button('Retry')).toHaveAttribute('aria-disabled', 'true');
  expect(button('Retry')).toHaveAccessibleDescription(why);
});

it('puts the question of a promotion that asks beside its retry', async () => {
  const retryPromotion = jest.fn(async () => promotion());
  const question =
    'nobody knows whether POST https://host/x arrived; look there, then try again or abort';
  const { drawer } = await open(
    runningDetail({ promotion: { question }, whyNotRetry: undefined }),
    { retryPromotion },
  );
  expect(drawer).toHaveTextContent(`It asks you: Nobody knows`);
  expect(drawer).toHaveTextContent('asks you');
  await userEvent.click(button('Retry'));
  expect(retryPromotion).toHaveBeenCalledTimes(1);
});

it('aborts with a reason, and says what is in the world', async () => {
  const { drawer, backend } = await open(runningDetail(), {
    abortPromotion: jest.fn(async () => promotion()),
  });
  await userEvent.click(button('Abort…'));
  await userEvent.click(button('Cancel'));
  await userEvent.click(button('Abort…'));
  await userEvent.type(screen.getByLabelText(/Reason/), 'incident 812');
  backend.now = failedDetail({
    steps: [step(0), step(1), step(2, { status: 'Aborted' })],
    promotion: {
      phase: 'Aborted',
      abortRequested: true,
      sentence: 'aborted by user:default/ada; commit 3f2c1ab is on main',
    },
  });
  await userEvent.click(button('Abort now'));
  await waitFor(() =>
    expect(drawer).toHaveTextContent(
      'Aborted by ada; commit 3f2c1ab is on main.',
    ),
  );
  expect(drawer).not.toHaveTextContent('It is being aborted');
  expect(screen.queryByRole('button', { name: /^Abort/ })).toBeNull();
});

it('tells that it was rejected, by whom and why', async () => {
  const { drawer } = await open(
    runningDetail({
      steps: [],
      approvals: [approval({ decision: 'rejected', reason: 'too early' })],
      promotion: {
        phase: 'Rejected',
        startedAt: undefined,
        finishedAt: minutesAgo(1),
        sentence: 'rejected by user:default/ravi',
      },
    }),
  );
  expect(drawer).toHaveTextContent('Rejected by ravi.');
  expect(
    within(drawer).getByRole('list', { name: 'Decisions' }),
  ).toHaveTextContent('“too early”');
});

it('hides configuration and outputs from who may not see them, and says so', async () => {
  const detail = runningDetail();
  const hidden =
    'You may not see what stands in files: it needs the permission stevedore.plan.read.';
  const { drawer } = await open(
    {
      ...detail,
      plan: { ...detail.plan!, diffs: undefined, hidden },
      steps: detail.steps.map(({ config, output, ...each }) => each),
    },
    {
      address: `${ADDRESS}&step=clone`,
      getPromotionLogs: async () => ({ items: [] }),
    },
  );
  expect(drawer).toHaveTextContent(
    `Configuration and outputs are not shown. ${hidden}`,
  );
  expect(await within(drawer).findByText('It wrote no log.')).toBeVisible();
});

it.each([
  [
    refusal('NotAllowedError', 'user:default/eve may not see the pipeline'),
    'may not see the pipeline',
  ],
  [
    refusal('NotFoundError', 'There is no promotion x in web.'),
    'no promotion x',
  ],
  [new Error('Failed to fetch'), 'does not answer: Failed to fetch'],
])('says why it cannot be shown: %s', async (error, sentence) => {
  renderDrawer(ADDRESS, {
    getPromotion: async () => {
      throw error;
    },
  });
  const drawer = await screen.findByRole('dialog', { name: 'Promotion' });
  await waitFor(() => expect(drawer).toHaveTextContent(sentence));
});

it('shows what was given along with it', async () => {
  const inputs = [{ name: 'ticket', value: 'OPS-12' }];
  renderDrawer(`?drawer=promotion&promotion=${promotion().name}`, {
    getPromotion: async () => runningDetail({ promotion: { inputs } }),
  });
  expect(
    await screen.findByRole('dialog', { name: '1.4.2 to prod' }),
  ).toHaveTextContent('With ticket OPS-12');
});

it('says aloud what becomes of it', async () => {
  const { drawer } = await open(runningDetail());
  expect(drawer.querySelector('[aria-live="polite"]')).toHaveTextContent(
    '1.4.2 to prod: Runs step 3 of 3 into prod',
  );
});
