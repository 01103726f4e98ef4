import { StevedoreApi } from '@stevedore/plugin-stevedore-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  approval,
  minutesAgo,
  people,
  plan,
  promotion,
  promotionDetail,
  renderDrawer,
} from '../../fixtures';

const NAME = promotion().name;

async function open(
  changes: Parameters<typeof promotionDetail>[0],
  answers: Partial<StevedoreApi['people']> = {},
  more: Partial<StevedoreApi> = {},
) {
  renderDrawer(`?drawer=promotion&promotion=${NAME}`, {
    getPromotion: async () => promotionDetail(changes),
    ...people(answers),
    ...more,
  });
  return screen.findByRole('dialog', { name: '1.4.2 to prod' });
}

const button = (name: string) => screen.getByRole('button', { name });

it('breaks the glass for just this plan, with a reason', async () => {
  const breakGlass = jest.fn(async () => promotion());
  const sentence = 'owners may pass the rule, if a second one agrees';
  const drawer = await open({ emergency: { sentence } }, { breakGlass });
  expect(drawer).toHaveTextContent('Owners may pass the rule');
  await userEvent.click(button('Break the glass…'));
  const form = screen.getByRole('group', { name: 'Break the glass' });
  await userEvent.type(within(form).getByLabelText(/^Reason/), 'prod is down');
  await userEvent.click(button('Break the glass now'));
  expect(breakGlass).toHaveBeenCalledWith({
    project: 'web',
    name: NAME,
    digest: plan().digest,
    reason: 'prod is down',
  });
});

it('says who may not break it, and offers nothing where nobody may', async () => {
  await open({
    emergency: { sentence: 'owners may', whyNot: 'you are no owner' },
  });
  expect(button('Break the glass…')).toHaveAccessibleDescription(
    'You are no owner.',
  );
});

it('has no emergency where the policy knows none', async () => {
  await open({});
  expect(screen.queryByRole('button', { name: 'Break the glass…' })).toBeNull();
});

it('closes the review of what was passed', async () => {
  const review = {
    project: 'web',
    promotion: NAME,
    stage: 'prod',
    freight: 'f',
    openedAt: minutesAgo(9),
    by: ['user:default/ada'],
    reason: 'prod is down',
    reviewers: ['group:default/release-managers'],
  };
  const closeReview = jest.fn(async () => review);
  const drawer = await open({ review }, { closeReview });
  expect(drawer).toHaveTextContent(
    'Passed in an emergency by ada: “prod is down”. It has to be reviewed by release-managers.',
  );
  await userEvent.click(button('Close the review…'));
  const form = screen.getByRole('group', { name: 'Close the review' });
  await userEvent.type(within(form).getByLabelText(/^Reason/), 'it was right');
  await userEvent.click(button('Close it'));
  expect(closeReview).toHaveBeenCalledWith({
    project: 'web',
    name: NAME,
    reason: 'it was right',
  });
});

it('decides in the name of who is absent, and says so', async () => {
  const approvePromotion = jest.fn(async () => promotion());
  const drawer = await open(
    {
      onBehalfOf: 'user:default/rosa',
      approvals: [
        approval({
          onBehalfOf: 'user:default/rhea',
          expiresAt: minutesAgo(-60),
        }),
        approval({ actor: 'user:default/lin', decision: 'brokeGlass' }),
      ],
    },
    {},
    { approvePromotion },
  );
  expect(drawer).toHaveTextContent('You decide in the name of rosa');
  expect(drawer).toHaveTextContent('ravi for rhea, 5 min ago');
  expect(drawer).toHaveTextContent('expires in 1 h');
  expect(drawer).toHaveTextContent('broke the glass');
  await userEvent.click(button('Approve'));
  expect(approvePromotion).toHaveBeenCalledWith(
    expect.objectContaining({ onBehalfOf: 'user:default/rosa' }),
  );
});

it('says who wrote what it brings, and what is not known of that', async () => {
  const drawer = await open({
    authors: {
      users: ['user:default/ada'],
      unmatched: ['bot@acme.example'],
      unread: ['acme/lib may not be read by this project'],
    },
  });
  expect(drawer).toHaveTextContent('Its commits are by ada');
  expect(drawer).toHaveTextContent(
    'Nobody in the catalog has bot@acme.example.',
  );
  expect(drawer).toHaveTextContent('may not be read by this project');
});

it('delegates until a moment, and ends that', async () => {
  const delegation = {
    id: 'd1',
    delegator: 'user:default/rhea',
    delegate: 'user:default/ravi',
    from: minutesAgo(5),
    until: minutesAgo(-60),
    reason: 'holidays',
    inForce: true,
  };
  const delegate = jest.fn(async () => delegation);
  const endDelegation = jest.fn(async () => undefined);
  const getDelegations = jest.fn(async () => ({
    given: [delegation],
    received: [],
  }));
  const drawer = await open({}, { delegate, endDelegation, getDelegations });
  expect(getDelegations).not.toHaveBeenCalled();
  await userEvent.click(button('Delegate my decisions'));
  await screen.findByRole('button', { name: 'End it' });
  expect(drawer).toHaveTextContent('ravi decides for you (ends in 1 h)');
  await userEvent.click(button('End it'));
  expect(endDelegation).toHaveBeenCalledWith({ id: 'd1' });
  const form = screen.getByRole('group', { name: 'Delegate' });
  expect(
    within(form).getByRole('button', { name: 'Delegate' }),
  ).toHaveAccessibleDescription('Say who decides, until when, and why.');
  await userEvent.type(within(form).getByLabelText(/^Who/), 'ravi');
  await userEvent.type(
    within(form).getByLabelText('Until'),
    '2026-03-09T08:00',
  );
  await userEvent.type(within(form).getByLabelText(/^Reason/), 'holidays');
  await userEvent.click(within(form).getByRole('button', { name: 'Delegate' }));
  expect(delegate).toHaveBeenCalledWith({
    delegate: 'user:default/ravi',
    until: new Date('2026-03-09T08:00').toISOString(),
    reason: 'holidays',
  });
});
