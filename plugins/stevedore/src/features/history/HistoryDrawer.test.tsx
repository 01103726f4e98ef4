import { HistoryPage, StevedoreApi } from '@stevedore/plugin-stevedore-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  historyEntry,
  minutesAgo,
  promotionDetail,
  refusal,
  renderDrawer,
} from '../../fixtures';

function open(answers: Partial<StevedoreApi>, address = '?drawer=history') {
  renderDrawer(address, answers);
}

const pages: Record<string, HistoryPage> = {
  first: {
    items: [
      historyEntry(9, { verb: 'approval.given', reason: 'read it' }),
      historyEntry(8),
    ],
    next: 8,
  },
  second: {
    items: [historyEntry(1, { at: minutesAgo(24 * 60), reason: 'early' })],
  },
};

it('tells who did what, why and when, page by page', async () => {
  const getHistory = jest.fn(async ({ before }) =>
    before ? pages.second : pages.first,
  );
  open({ getHistory });
  const drawer = await screen.findByRole('dialog', { name: 'History' });
  await within(drawer).findByText(/approved a promotion into prod/);
  expect(drawer).toHaveTextContent(
    'ada approved a promotion into prod: “read it” ',
  );
  expect(drawer).toHaveTextContent('ada asked for 1.4.2 into prod');
  expect(within(drawer).getAllByText(/min ago/)[0]).toHaveAttribute('title');
  await userEvent.click(screen.getByRole('button', { name: 'Older entries' }));
  await waitFor(() => expect(drawer).toHaveTextContent('“early”'));
  expect(getHistory).toHaveBeenLastCalledWith(
    expect.objectContaining({ before: 8 }),
    expect.anything(),
  );
  expect(screen.queryByRole('button', { name: 'Older entries' })).toBeNull();
});

it('shows one stage at its address, and others by choice', async () => {
  const getHistory = jest.fn(async () => pages.second);
  open({ getHistory }, '?drawer=history&stage=prod');
  await screen.findByRole('dialog', { name: 'History of prod' });
  expect(getHistory).toHaveBeenCalledWith(
    expect.objectContaining({ stage: 'prod', level: 'decisions' }),
    expect.anything(),
  );
  await userEvent.click(screen.getByRole('button', { name: /Stage/ }));
  await userEvent.click(screen.getByRole('option', { name: 'dev' }));
  expect(
    await screen.findByRole('dialog', { name: 'History of dev' }),
  ).toBeInTheDocument();
  expect(getHistory).toHaveBeenLastCalledWith(
    expect.objectContaining({ stage: 'dev' }),
    expect.anything(),
  );
});

it('opens the promotion of an entry', async () => {
  open({
    getHistory: async () => pages.second,
    getPromotion: async () => promotionDetail(),
  });
  await userEvent.click(
    await screen.findByRole('button', {
      name: 'Open promotion prod.01hz.1420000',
    }),
  );
  expect(
    await screen.findByRole('dialog', { name: '1.4.2 to prod' }),
  ).toBeInTheDocument();
});

it('says when nothing was decided yet', async () => {
  open({ getHistory: async () => ({ items: [] }) });
  expect(
    await screen.findByText('Nothing was decided here yet'),
  ).toBeInTheDocument();
});

it('says why it cannot be shown', async () => {
  open({
    getHistory: async () => {
      throw refusal('NotAllowedError', 'user:default/eve may not see it');
    },
  });
  expect(await screen.findByRole('alert')).toHaveTextContent('may not see it');
});
