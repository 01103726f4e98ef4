import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { gatekeeping, refusal, renderDrawer } from '../../fixtures';

const answer = {
  stage: 'prod',
  freight: 'f',
  at: '2026-12-24T18:00:00.000Z',
  open: false,
  sentence: 'prod is closed until 2027-01-04 00:00 UTC',
  gates: [
    {
      gate: 'windows',
      status: 'waiting' as const,
      sentence: 'the freeze year end is on',
      clearedBy: ['time'],
    },
  ],
};

it('asks every gate about other freight at another time, and keeps the question in the address', async () => {
  const whatIf = jest.fn(async () => answer);
  await renderDrawer('?drawer=stage&stage=prod', gatekeeping({ whatIf }));
  await userEvent.click(
    await screen.findByRole('button', {
      name: 'Ask about another time or freight',
    }),
  );
  const form = await screen.findByRole('form', { name: 'What if' });
  const named = within(form).getByLabelText('Freight');
  await userEvent.clear(named);
  await userEvent.type(named, 'brave-otter');
  await userEvent.type(within(form).getByLabelText('When'), '2026-12-24T18:00');
  await userEvent.click(
    within(form).getByRole('button', { name: 'Ask the gates' }),
  );
  expect(whatIf).toHaveBeenLastCalledWith(
    {
      project: 'web',
      stage: 'prod',
      freight: 'brave-otter',
      at: new Date('2026-12-24T18:00').toISOString(),
    },
    expect.anything(),
  );
  expect(await screen.findByRole('status')).toHaveTextContent(
    /Prod is closed until 2027-01-04/,
  );
  expect(screen.getByText(/The freeze year end is on/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Close what if' }));
  expect(screen.queryByRole('form', { name: 'What if' })).toBeNull();
});

it('is as the address says, and says what there is not', async () => {
  const whatIf = jest.fn(async () => {
    throw refusal('NotFoundError', 'There is no freight nobody in web.');
  });
  await renderDrawer(
    '?drawer=stage&stage=prod&ifFreight=nobody&at=2026-12-24T18%3A00%3A00.000Z',
    gatekeeping({ whatIf }),
  );
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'There is no freight nobody in web.',
  );
  expect(whatIf).toHaveBeenCalledWith(
    expect.objectContaining({
      freight: 'nobody',
      at: '2026-12-24T18:00:00.000Z',
    }),
    expect.anything(),
  );
});
