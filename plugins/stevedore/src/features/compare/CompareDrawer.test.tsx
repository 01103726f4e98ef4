import { FreightItem } from '@stevedore/plugin-stevedore-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  commitsAnswer,
  freightItem,
  pipeline,
  renderDrawer,
} from '../../fixtures';

const [older, newer] = ['1.4.0', '1.4.2'].map(version => freightItem(version));
const listFreight = async ({ search }: { search?: string }) => ({
  items: [older, newer].filter(
    ({ name, alias }: FreightItem) => name === search || alias === search,
  ),
});

it('is opened from the freight, with what is in the next stage', async () => {
  const getCommits = jest.fn(async () => commitsAnswer());
  const shown = pipeline();
  await renderDrawer(
    `?drawer=freight&freight=${newer.name}`,
    { listFreight, getCommits },
    shown,
  );
  await userEvent.click(
    await screen.findByRole('button', { name: /^Compare with / }),
  );
  expect(
    await screen.findByRole('form', { name: 'Compare' }),
  ).toBeInTheDocument();
  expect(screen.getByLabelText('To')).toHaveValue(newer.alias);
});

it('shows two freight side by side, and the commits between', async () => {
  const getCommits = jest.fn(async (_: object) => commitsAnswer());
  await renderDrawer(`?drawer=compare&from=${older.alias}&to=${newer.name}`, {
    listFreight,
    getCommits,
  });
  const table = await screen.findByRole('table', { name: 'What is in them' });
  const [, row] = within(table).getAllByRole('row');
  expect(row).toHaveTextContent('image webother version1.4.01.4.2');
  expect(
    await screen.findByRole('list', { name: '2 commits of shop are added:' }),
  ).toBeInTheDocument();
  await userEvent.click(
    screen.getByRole('button', { name: 'The other way round' }),
  );
  expect(
    await screen.findByRole('dialog', { name: 'Compare 1.4.2 and 1.4.0' }),
  ).toBeInTheDocument();
  expect(getCommits.mock.calls.map(([asked]) => asked)).toEqual([
    { project: 'web', from: older.name, to: newer.name },
    { project: 'web', from: newer.name, to: older.name },
  ]);
});

it('takes any other, and says when there is none', async () => {
  await renderDrawer(`?drawer=compare&from=${older.name}&to=${newer.name}`, {
    listFreight,
  });
  const to = await screen.findByLabelText('To');
  await userEvent.clear(to);
  await userEvent.type(to, 'grey-gull{enter}');
  expect(
    await screen.findByText('There is no such freight'),
  ).toBeInTheDocument();
  expect(screen.getByRole('dialog')).toHaveTextContent('grey-gull');
  expect(screen.queryByRole('table')).toBeNull();
});
