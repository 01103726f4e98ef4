import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  cell,
  freightItem,
  NOW,
  pipeline,
  renderTab,
  stage,
} from '../../../fixtures';

const focusedId = () => document.activeElement?.id;

it('is walked by arrow keys, one Tab away', async () => {
  renderTab();
  const grid = await screen.findByRole('grid', { name: 'Freight' });
  const inTabOrder = within(grid)
    .getAllByRole('button')
    .filter(button => button.tabIndex === 0);
  expect(inTabOrder).toHaveLength(1);
  inTabOrder[0].focus();
  const [newest, middle, oldest] = pipeline().freight.items;
  expect(focusedId()).toBe(`freight-${newest.name}`);
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(focusedId()).toBe(`cell-${newest.name}-staging`);
  await userEvent.keyboard('{ArrowDown}');
  expect(focusedId()).toBe(`cell-${middle.name}-staging`);
  await userEvent.keyboard('{Control>}{End}{/Control}');
  expect(focusedId()).toBe(`cell-${oldest.name}-prod`);
  await userEvent.keyboard('{ArrowDown}{ArrowRight}{Home}');
  expect(focusedId()).toBe(`freight-${oldest.name}`);
});

it('opens by Enter what is in the way, and gives the focus back', async () => {
  const item = freightItem('1.4.3', {
    cells: [
      cell('dev', {
        gates: [
          {
            gate: 'soak',
            status: 'waiting',
            sentence: 'it has to soak 30 min in dev',
            clearedBy: ['time'],
            clearsAt: new Date(NOW + 60_000).toISOString(),
          },
          {
            gate: 'approval',
            status: 'blocked',
            sentence: 'nobody has approved',
            clearedBy: ['group:default/release-managers'],
          },
        ],
      }),
    ],
  });
  renderTab({
    answers: {
      getPipeline: async () =>
        pipeline({ stages: [stage('dev')], freight: { items: [item] } }),
    },
  });
  const grid = await screen.findByRole('grid', { name: 'Freight' });
  within(grid)
    .getByRole('button', { name: /blocked/ })
    .focus();
  await userEvent.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog', { name: '1.4.3 in dev' });
  expect(dialog).toHaveTextContent('It has to soak 30 min in dev');
  expect(dialog).toHaveTextContent('Nobody has approved');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(focusedId()).toBe(`cell-${item.name}-dev`);
});

it('says why the reader may not promote', async () => {
  const whyNot = { promote: 'You may not ask for promotions in staging.' };
  const { stages } = pipeline();
  renderTab({
    answers: {
      getPipeline: async () =>
        pipeline({
          stages: stages.map(each =>
            each.name === 'staging' ? { ...each, whyNot } : each,
          ),
        }),
    },
  });
  const button = await screen.findByRole('button', {
    name: 'Promote 1.4.3 to staging',
  });
  expect(button).toHaveAttribute('aria-disabled', 'true');
  expect(button).toHaveAccessibleDescription(whyNot.promote);
});

describe('with more freight than fits', () => {
  const many = Array.from({ length: 300 }, (_, index) =>
    freightItem(`1.${300 - index}.0`, {
      name: String(index).padStart(40, '0'),
      discoveredAt: new Date(NOW - index * 3_600_000).toISOString(),
    }),
  );
  const listFreight = jest.fn(async ({ after = '0', limit = 20 }) => {
    const end = Number(after) + limit;
    return {
      items: many.slice(Number(after), end),
      next: end < many.length ? String(end) : undefined,
    };
  });
  const getPipeline = async () =>
    pipeline({ freight: { items: many.slice(0, 20), next: '20' } });

  beforeEach(() => {
    listFreight.mockClear();
    // jsdom lays nothing out, so the frame and its rows are given heights
    const layout = { clientHeight: 600, clientWidth: 900, offsetHeight: 65 };
    for (const [name, value] of Object.entries(layout))
      jest
        .spyOn(HTMLElement.prototype, name as 'offsetHeight', 'get')
        .mockReturnValue(value);
  });
  afterEach(() => jest.restoreAllMocks());

  it('reads older freight when it is asked for, a page at a time', async () => {
    renderTab({ answers: { getPipeline, listFreight } });
    const older = await screen.findByText('Older freight');
    expect(listFreight).not.toHaveBeenCalled();
    await userEvent.click(older);
    await waitFor(() =>
      expect(
        listFreight.mock.calls.map(([{ after, limit }]) => [after, limit]),
      ).toEqual([['20', 50]]),
    );
  });

  it('draws the rows in sight only, and stays one table', async () => {
    renderTab({
      answers: {
        getPipeline: async () => pipeline({ freight: { items: many } }),
      },
    });
    const grid = await screen.findByRole('grid', { name: 'Freight' });
    expect(Number(grid.getAttribute('aria-rowcount'))).toBeGreaterThan(300);
    const drawn = within(grid).getAllByRole('rowheader').length;
    expect(drawn).toBeGreaterThan(8);
    expect(drawn).toBeLessThan(60);
  });
});

it('searches, and says so in the address of the request', async () => {
  const listFreight = jest.fn(async () => ({ items: [] }));
  renderTab({ answers: { listFreight } });
  await userEvent.type(await screen.findByLabelText('Search'), '1.4');
  expect(await screen.findByText('No freight matches')).toBeInTheDocument();
  expect(listFreight).toHaveBeenCalledTimes(1);
  expect(listFreight).toHaveBeenCalledWith(
    expect.objectContaining({ project: 'web', search: '1.4' }),
    expect.anything(),
  );
});
