import {
  PipelineStage,
  PlanAnswer,
  StevedoreApi,
} from '@stevedore/plugin-stevedore-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  freightChange,
  freightSummary,
  gate,
  longDiff,
  minutesAgo,
  pipeline,
  plan,
  planAnswer,
  planDiff,
  promotion,
  promotionDetail,
  refusal,
  renderDrawer,
  stage,
} from '../../fixtures';

const FREIGHT = freightSummary('1.4.2').name;
const ADDRESS = `?drawer=plan&stage=prod&freight=${FREIGHT}`;

function open(
  answer: PlanAnswer | Error,
  {
    address = ADDRESS,
    ...answers
  }: Partial<StevedoreApi> & { address?: string } = {},
) {
  const planPromotion = jest.fn(async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  });
  renderDrawer(address, { planPromotion, ...answers });
  return planPromotion;
}

const dialog = (name: string | RegExp) => screen.findByRole('dialog', { name });

it('shows from and to, the diff, the gates and the steps, and asks for just this plan', async () => {
  const requestPromotion = jest.fn(async () => promotion());
  const getPromotion = jest.fn(async () => promotionDetail());
  const planPromotion = open(planAnswer(), { requestPromotion, getPromotion });
  const drawer = await dialog('Plan: 1.4.2 to prod');
  expect(planPromotion).toHaveBeenCalledWith(
    { project: 'web', stage: 'prod', freight: FREIGHT },
    expect.anything(),
  );
  expect(drawer).toHaveTextContent('web 1.4.0 → 1.4.2');
  expect(drawer).toHaveTextContent('1 other version lies between');
  const diff = within(drawer).getByRole('table', {
    name: 'Changes of apps/web/prod/kustomization.yaml',
  });
  expect(within(diff).getByText('removed').closest('tr')).toHaveTextContent(
    'newTag: 1.4.0',
  );
  expect(within(diff).getByText('added').closest('tr')).toHaveTextContent(
    'newTag: 1.4.2',
  );
  expect(drawer).toHaveTextContent('Verified in staging');
  expect(drawer).toHaveTextContent(
    'pushes 1 file to main of https://github.com/acme/deploy',
  );
  await userEvent.type(screen.getByLabelText(/Reason/), 'release day');
  await userEvent.click(
    screen.getByRole('button', {
      name: 'Request approval of 1.4.2 for prod (needs 2 of release-managers)',
    }),
  );
  expect(requestPromotion).toHaveBeenCalledWith({
    project: 'web',
    stage: 'prod',
    freight: FREIGHT,
    plan: 'prod.01hz.1420000',
    reason: 'release day',
  });
  expect(await dialog('1.4.2 to prod')).toBeInTheDocument();
});

it('leads to the commits between, where their place is known', async () => {
  const [older, newer] = ['a1b2c3d', '9f8e7d6'].map(id => id.padEnd(40, '0'));
  const url = `https://github.com/acme/web/compare/${older}...${newer}`;
  const repoURL = 'https://github.com/acme/web';
  open(
    planAnswer({
      change: freightChange({
        sources: [
          { repoURL, older, newer, url },
          { repoURL: 'https://code.example/acme/lib.git', newer },
        ],
      }),
    }),
    // they are read, and take their time
    { getCommits: () => new Promise(() => {}) },
  );
  const drawer = await dialog('Plan: 1.4.2 to prod');
  expect(drawer).toHaveTextContent('Reading the commits between…');
  expect(drawer).toHaveTextContent('web a1b2c3d…9f8e7d6');
  expect(drawer).toHaveTextContent('lib 9f8e7d6');
  const links = within(drawer).getAllByRole('link');
  expect(links).toHaveLength(1);
  expect(links[0]).toHaveAttribute('href', url);
  expect(links[0]).toHaveTextContent('all commits between in web');
});

it('keeps how differences are shown in the address', async () => {
  open(planAnswer(), { address: `${ADDRESS}&diff=split` });
  await dialog('Plan: 1.4.2 to prod');
  expect(screen.getByText('as it would be')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Unified' }));
  expect(screen.queryByText('as it would be')).toBeNull();
  expect(screen.getByRole('button', { name: 'Unified' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

it('folds a large file until somebody opens it, and then shows it piece by piece', async () => {
  open(planAnswer({ plan: plan({ diffs: [longDiff(1200)] }) }));
  const drawer = await dialog('Plan: 1.4.2 to prod');
  expect(drawer).toHaveTextContent('1,200 lines added');
  expect(within(drawer).queryByRole('table')).toBeNull();
  await userEvent.click(
    screen.getByRole('button', { name: 'Show values.yaml' }),
  );
  const rows = () => within(drawer).getAllByRole('row').length - 1;
  expect(rows()).toBe(500);
  await userEvent.click(
    screen.getByRole('button', { name: 'Show more of 700 further lines' }),
  );
  expect(rows()).toBe(1000);
});

it('says of a binary file that it is one, and of nothing that it is already there', async () => {
  open(
    planAnswer({
      plan: plan({
        diffs: [planDiff({ path: 'a.png', text: '', binary: true })],
      }),
    }),
  );
  expect(await dialog('Plan: 1.4.2 to prod')).toHaveTextContent(
    'binary file: its content is not shown',
  );
});

it('says that a plan changes nothing', async () => {
  open(planAnswer({ plan: plan({ effects: [], diffs: [] }) }));
  expect(await dialog('Plan: 1.4.2 to prod')).toHaveTextContent(
    'Changes nothing: it is already there.',
  );
});

it('shows names and counts alone where contents are not for the reader', async () => {
  const hidden =
    'You may not see what stands in files: it needs the permission stevedore.plan.read.';
  open(
    planAnswer({
      plan: plan({ diffs: undefined, hidden, effects: plan().effects }),
    }),
  );
  const drawer = await dialog('Plan: 1.4.2 to prod');
  expect(drawer).toHaveTextContent(hidden);
  expect(drawer).toHaveTextContent('1 file');
  expect(drawer).toHaveTextContent('apps/web/prod/kustomization.yaml');
  expect(within(drawer).queryByRole('table')).toBeNull();
});

it('says why it cannot be asked for, who can clear it and when', async () => {
  const requestPromotion = jest.fn();
  open(
    planAnswer({
      open: false,
      whyNot: '1.4.2 soaks in staging for 18 more minutes.',
      gates: [
        gate({
          gate: 'soak',
          status: 'waiting',
          sentence: '1.4.2 soaks in staging for 18 more minutes.',
          clearedBy: ['time'],
          clearsAt: minutesAgo(-18),
          evidence: { soakedMs: 720000 },
        }),
      ],
    }),
    { requestPromotion },
  );
  const drawer = await dialog('Plan: 1.4.2 to prod');
  const button = screen.getByRole('button', { name: 'Promote to prod' });
  expect(button).toHaveAttribute('aria-disabled', 'true');
  expect(button).toHaveAccessibleDescription(
    '1.4.2 soaks in staging for 18 more minutes.',
  );
  expect(drawer).toHaveTextContent('Clears by itself.');
  expect(drawer).toHaveTextContent('soakedMs');
  await userEvent.click(button);
  expect(requestPromotion).not.toHaveBeenCalled();
});

it('says why a plan is not shown at all', async () => {
  open(
    refusal(
      'NotAllowedError',
      'user:default/vera may not see plans in stage prod',
    ),
  );
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('You may not see this plan.');
  expect(alert).toHaveTextContent('may not see plans in stage prod');
});

it('plans again when what was shown is old', async () => {
  const planPromotion = open(planAnswer(), {
    requestPromotion: async () => {
      throw refusal('ConflictError', 'that plan is not there any more');
    },
  });
  await dialog('Plan: 1.4.2 to prod');
  await userEvent.click(screen.getByRole('button', { name: /^Request/ }));
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('that plan is not there any more');
  await userEvent.click(
    within(alert).getByRole('button', { name: 'Try again' }),
  );
  await waitFor(() => expect(planPromotion).toHaveBeenCalledTimes(2));
});

it('closes on Esc', async () => {
  open(planAnswer());
  await dialog('Plan: 1.4.2 to prod');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('gives the focus back to where the first of several drawers was opened from', async () => {
  const opener = document.createElement('button');
  document.body.append(opener);
  opener.focus();
  open(planAnswer(), {
    requestPromotion: async () => promotion(),
    getPromotion: async () => promotionDetail(),
  });
  await dialog('Plan: 1.4.2 to prod');
  await userEvent.click(screen.getByRole('button', { name: /^Request/ }));
  await dialog('1.4.2 to prod');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(opener).toHaveFocus());
  opener.remove();
});

describe('in a stage that asks for something', () => {
  const asking = (inputs: PipelineStage['inputs']) =>
    pipeline({ stages: [stage('prod', { inputs })] });
  const ticket = { name: 'ticket' };
  const level = { name: 'level', choices: ['low', 'high'] };

  it('plans with what was given, and asks for just that', async () => {
    const planPromotion = jest.fn(async () => planAnswer());
    const requestPromotion = jest.fn(async () => promotion());
    renderDrawer(
      ADDRESS,
      {
        planPromotion,
        requestPromotion,
        getPromotion: async () => promotionDetail(),
      },
      asking([ticket, level]),
    );
    await dialog('Plan for prod');
    expect(planPromotion).not.toHaveBeenCalled();
    await userEvent.type(screen.getByLabelText(/ticket/), 'OPS-12{Enter}');
    await dialog('Plan: 1.4.2 to prod');
    const inputs = { ticket: 'OPS-12', level: 'low' };
    expect(planPromotion).toHaveBeenCalledWith(
      { project: 'web', stage: 'prod', freight: FREIGHT, inputs },
      expect.anything(),
    );
    await userEvent.selectOptions(screen.getByLabelText('level'), 'high');
    const request = screen.getByRole('button', { name: /^Request/ });
    expect(request).toHaveAccessibleDescription(/made with other values/);
    await userEvent.click(
      screen.getByRole('button', { name: 'Plan with these' }),
    );
    await waitFor(() => expect(planPromotion).toHaveBeenCalledTimes(2));
    await userEvent.click(
      await screen.findByRole('button', { name: /^Request/ }),
    );
    expect(requestPromotion).toHaveBeenCalledWith(
      expect.objectContaining({ inputs: { ticket: 'OPS-12', level: 'high' } }),
    );
  });

  it('plans at once with the first choices', async () => {
    const planPromotion = jest.fn(async () => planAnswer());
    renderDrawer(ADDRESS, { planPromotion }, asking([level]));
    await dialog('Plan: 1.4.2 to prod');
    expect(planPromotion).toHaveBeenCalledWith(
      expect.objectContaining({ inputs: { level: 'low' } }),
      expect.anything(),
    );
  });

  it('says in the words of the backend what is missing', async () => {
    renderDrawer(
      ADDRESS,
      {
        planPromotion: async () => {
          throw refusal('ConflictError', 'prod needs the input ticket');
        },
      },
      asking([ticket]),
    );
    await dialog('Plan for prod');
    await userEvent.click(
      screen.getByRole('button', { name: 'Plan with these' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /prod needs the input ticket/i,
    );
    expect(screen.getByLabelText(/ticket/)).toBeInTheDocument();
  });
});

describe('what comes after it', () => {
  const NEWEST = freightSummary('1.4.3').name;

  it('says how each stage takes it, and leads to the plan of those that may', async () => {
    const planPromotion = open(planAnswer(), {
      address: `?drawer=plan&stage=dev&freight=${NEWEST}`,
    });
    const after = await screen.findByRole('region', {
      name: 'And everything after it',
    });
    const [staging, prod] = within(after).getAllByRole('listitem');
    expect(staging).toHaveTextContent('staging may enterMay enter staging.');
    expect(prod).toHaveTextContent('It is not verified upstream.');
    expect(within(prod).queryByRole('button')).toBeNull();
    await userEvent.click(
      within(staging).getByRole('button', { name: 'Plan for staging' }),
    );
    await waitFor(() =>
      expect(planPromotion).toHaveBeenLastCalledWith(
        { project: 'web', stage: 'staging', freight: NEWEST },
        expect.anything(),
      ),
    );
  });

  it('is nothing after the last stage', async () => {
    open(planAnswer());
    await dialog('Plan: 1.4.2 to prod');
    expect(
      screen.queryByRole('region', { name: 'And everything after it' }),
    ).toBeNull();
  });
});
