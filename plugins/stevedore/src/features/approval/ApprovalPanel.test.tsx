import {
  PromotionDetail,
  StevedoreApi,
} from '@stevedore/plugin-stevedore-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  approval,
  plan,
  planDiff,
  promotion,
  promotionDetail,
  refusal,
  renderDrawer,
  TAG_DIFF,
} from '../../fixtures';

const NAME = 'prod.01hz.1420000';

/** The drawer of a request; what the backend answers next can be changed. */
async function open(
  first: PromotionDetail,
  answers: Partial<StevedoreApi> = {},
) {
  const backend = { now: first };
  renderDrawer(`?drawer=promotion&promotion=${NAME}`, {
    getPromotion: async () => backend.now,
    ...answers,
  });
  const drawer = await screen.findByRole('dialog', { name: '1.4.2 to prod' });
  return { drawer, backend };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const digest = plan().digest;

it('says who asked and why, what is needed, and takes an approval of exactly this plan', async () => {
  const approvePromotion = jest.fn(async () => promotion());
  const { drawer } = await open(promotionDetail(), { approvePromotion });
  expect(drawer).toHaveTextContent(/ada asked for it .*“release day”/);
  expect(drawer).toHaveTextContent('0 of 2 from release-managers');
  expect(drawer).toHaveTextContent('Nobody has decided yet.');
  expect(drawer).toHaveTextContent(
    'After yours it still waits for approval: 1 of 2 from release-managers.',
  );
  expect(drawer).toHaveTextContent(digest.slice(0, 12));
  expect(button('Copy the digest')).toBeInTheDocument();
  expect(
    within(drawer).getByRole('table', { name: /kustomization/ }),
  ).toHaveTextContent('newTag: 1.4.2');
  await userEvent.type(screen.getByLabelText(/Reason/), 'read it');
  await userEvent.click(button('Approve'));
  expect(approvePromotion).toHaveBeenCalledWith({
    project: 'web',
    name: NAME,
    digest,
    reason: 'read it',
  });
});

it('wants a reason where the policy does', async () => {
  const rejectPromotion = jest.fn(async () => promotion());
  await open(promotionDetail({ reasonRequired: true }), { rejectPromotion });
  await userEvent.click(button('Reject'));
  expect(screen.getByText('The policy wants a reason.')).toBeInTheDocument();
  expect(rejectPromotion).not.toHaveBeenCalled();
  await userEvent.type(screen.getByLabelText(/Reason/), 'too early');
  await userEvent.click(button('Reject'));
  expect(rejectPromotion).toHaveBeenCalledWith(
    expect.objectContaining({ digest, reason: 'too early' }),
  );
});

it('says why the reader does not decide', async () => {
  const { drawer } = await open(
    promotionDetail({
      mayDecide: false,
      ifApproved: undefined,
      whyNot:
        'user:default/ada requested this promotion, and the policy wants somebody else to approve it',
    }),
  );
  const why =
    'Ada requested this promotion, and the policy wants somebody else to approve it';
  expect(drawer).toHaveTextContent(why);
  for (const name of ['Approve', 'Reject'])
    expect(button(name)).toHaveAttribute('aria-disabled', 'true');
  expect(screen.queryByLabelText(/Reason/)).toBeNull();
});

it('shows which approvals count, and lets the reader take the own one back', async () => {
  const withdrawDecision = jest.fn(async () => promotion());
  const { drawer } = await open(
    promotionDetail({
      approvals: [
        approval({ mine: true, reason: 'fine' }),
        approval({
          actor: 'user:default/ruth',
          counts: false,
          whyNot:
            'It was given to an earlier plan; the plan has changed since.',
        }),
      ],
      whyNotWithdraw: undefined,
    }),
    { withdrawDecision },
  );
  const decisions = within(drawer).getByRole('list', { name: 'Decisions' });
  expect(decisions).toHaveTextContent(/approvedravi \(you\).*“fine”/);
  expect(decisions).toHaveTextContent(
    'approved, does not countruth, 5 min ago',
  );
  expect(decisions).toHaveTextContent('It was given to an earlier plan');
  expect(button('Approve')).toHaveAccessibleDescription(
    'You approved this plan already.',
  );
  await userEvent.click(button('Take my approval back'));
  expect(withdrawDecision).toHaveBeenCalledWith({ project: 'web', name: NAME });
});

it('asks to review again when the plan changed while it was open, and shows what is different', async () => {
  const approvePromotion = jest.fn(async () => {
    throw refusal(
      'ConflictError',
      'the plan changed since you saw it: review it again',
    );
  });
  const { drawer, backend } = await open(promotionDetail(), {
    approvePromotion,
  });
  const next = plan({
    digest: 'd2'.padEnd(64, '0'),
    diffs: [planDiff({ text: TAG_DIFF.replaceAll('1.4.2', '1.4.2-hotfix') })],
  });
  backend.now = promotionDetail({ plan: next });
  await userEvent.click(button('Approve'));
  const again = await screen.findByRole('button', {
    name: 'The plan changed: review again',
  });
  expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  expect(drawer).toHaveTextContent(
    'writes apps/web/prod/kustomization.yaml (push) otherwise',
  );
  expect(drawer).not.toHaveTextContent('1.4.2-hotfix');
  await userEvent.click(again);
  expect(drawer).toHaveTextContent('1.4.2-hotfix');
  expect(drawer).not.toHaveTextContent('The plan changed since you opened it');
  approvePromotion.mockImplementation(async () => undefined as never);
  await userEvent.click(button('Approve'));
  await waitFor(() =>
    expect(approvePromotion).toHaveBeenLastCalledWith(
      expect.objectContaining({ digest: next.digest }),
    ),
  );
});

it('says what the plan changed into after it was approved once', async () => {
  const { drawer } = await open(
    promotionDetail({
      promotion: { changed: ['push: would now also write b.yaml'] },
    }),
  );
  expect(drawer).toHaveTextContent('push: would now also write b.yaml');
});

it('gives way to the steps when it is approved, without the reader doing anything', async () => {
  const { drawer, backend } = await open(promotionDetail(), {
    approvePromotion: async () => promotion(),
  });
  backend.now = promotionDetail({
    promotion: { phase: 'Pending', sentence: 'waits for its turn into prod' },
  });
  await userEvent.click(button('Approve'));
  await waitFor(() =>
    expect(drawer).toHaveTextContent('Waits for its turn into prod.'),
  );
  expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
});
