import {
  StevedoreApi,
  WarehouseDetail,
} from '@stevedore/plugin-stevedore-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  freightItem,
  freightSummary,
  minutesAgo,
  pipeline,
  refusal,
  renderDrawer,
} from '../../fixtures';

const detail = (changes: Partial<WarehouseDetail> = {}): WarehouseDetail => ({
  warehouse: pipeline().warehouses[0],
  found: [
    {
      kind: 'image',
      repoURL: 'ghcr.io/acme/web',
      versions: Array.from({ length: 7 }, (_, index) => ({
        version: `1.4.${9 - index}`,
        digest: `sha256:${9 - index}`,
        createdAt: minutesAgo(index * 60),
      })),
    },
  ],
  ...changes,
});

async function open(
  answers: Partial<StevedoreApi>,
  shown = pipeline(),
  address = '?drawer=warehouse&of=web',
) {
  renderDrawer(
    address,
    { getWarehouse: async () => detail(), ...answers },
    shown,
  );
  return screen.findByRole('dialog', { name: 'Warehouse web' });
}

it('shows what is watched, what was found, and more of it when asked', async () => {
  const drawer = await open({});
  const versions = await within(drawer).findByRole('list', {
    name: 'Versions of image web',
  });
  expect(drawer).toHaveTextContent('ghcr.io/acme/web ^1.0.0');
  expect(drawer).toHaveTextContent('Every 1 min');
  expect(within(versions).getAllByRole('listitem')).toHaveLength(5);
  await userEvent.click(
    within(drawer).getByRole('button', { name: '2 more of image web' }),
  );
  expect(within(versions).getAllByRole('listitem')).toHaveLength(7);
});

it('assembles freight of what is chosen, and opens it', async () => {
  const createFreight = jest.fn(async () => freightSummary('1.4.7'));
  const listFreight = async () => ({
    items: [freightItem('1.4.7', freightSummary('1.4.7'))],
  });
  const drawer = await open({ createFreight, listFreight });
  await userEvent.selectOptions(
    await within(drawer).findByLabelText('image web'),
    '1.4.7',
  );
  await userEvent.type(within(drawer).getByLabelText(/Alias/), 'old-one');
  await userEvent.click(
    within(drawer).getByRole('button', { name: 'Assemble' }),
  );
  expect(createFreight).toHaveBeenCalledWith({
    project: 'web',
    warehouse: 'web',
    alias: 'old-one',
    images: [{ repoURL: 'ghcr.io/acme/web', tag: '1.4.7', digest: 'sha256:7' }],
    commits: [],
    charts: [],
  });
  expect(
    await screen.findByRole('dialog', { name: /^Freight 1.4.7/ }),
  ).toBeInTheDocument();
});

it('says in the words of the backend why it was not put together', async () => {
  const drawer = await open({
    createFreight: async () => {
      throw refusal('ConflictError', 'this freight is there already: otter');
    },
  });
  await userEvent.click(
    await within(drawer).findByRole('button', { name: 'Assemble' }),
  );
  expect(await within(drawer).findByRole('alert')).toHaveTextContent(
    /this freight is there already: otter/i,
  );
});

it('says who may not, and why', async () => {
  const whyNot = { assemble: 'You may not put freight together here.' };
  const drawer = await open({}, pipeline({ whyNot }));
  expect(
    await within(drawer).findByRole('button', { name: 'Assemble' }),
  ).toHaveAccessibleDescription(whyNot.assemble);
});

it('says what is the matter with it, and that nothing was found', async () => {
  const [warehouse] = pipeline().warehouses;
  const error = 'ghcr.io answers 401: it needs a token';
  const drawer = await open({
    getWarehouse: async () =>
      detail({ warehouse: { ...warehouse, error }, found: [] }),
  });
  expect(await within(drawer).findByText(error)).toBeInTheDocument();
  expect(drawer).toHaveTextContent('Nothing yet');
  expect(within(drawer).queryByRole('button', { name: 'Assemble' })).toBeNull();
});

it('says that there is no such warehouse', async () => {
  renderDrawer('?drawer=warehouse&of=gone', {
    getWarehouse: async () => {
      throw refusal('NotFoundError', 'web has no warehouse gone; it has web.');
    },
  });
  expect(
    await screen.findByText('web has no warehouse gone; it has web.'),
  ).toBeInTheDocument();
});
