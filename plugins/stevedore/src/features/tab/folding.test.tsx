import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  cell,
  freightItem,
  freightSummary,
  pipeline,
  renderTab,
  stage,
} from '../../fixtures';

const REGIONS = ['ap', 'eu', 'sa', 'us', 'za'].map(name => `prod-${name}`);
const edge = { from: 'dev', kind: 'stage' as const, requiredSoakMs: 0 };

/** Two regions have 1.4.2, the others nothing. */
const regional = () =>
  pipeline({
    stages: [
      stage('dev'),
      ...REGIONS.map((name, index) =>
        stage(name, {
          edges: [edge],
          here: index < 2 ? [freightSummary('1.4.2')] : [],
        }),
      ),
    ],
    freight: {
      items: [
        freightItem('1.4.3', {
          cells: ['dev', ...REGIONS].map((name, index) =>
            cell(name, index < 3 ? {} : { state: 'eligible', mayEnter: true }),
          ),
        }),
      ],
    },
  });

const open = async (address = '') => {
  renderTab({ answers: { getPipeline: async () => regional() }, address });
  return screen.findByRole('region', { name: 'Pipeline' });
};

it('draws many parallel stages as one, with how many are how', async () => {
  const section = await open();
  const box = within(section).getByRole('heading', { name: 'prod (5 stages)' });
  expect(box.closest('li')).toHaveTextContent(/2 ×\s*1\.4\.2/);
  expect(box.closest('li')).toHaveTextContent(/5 ×\s*healthy/);
  const grid = screen.getByRole('grid', { name: 'Freight' });
  expect(within(grid).getAllByRole('columnheader')).toHaveLength(3);
  expect(
    within(grid).getByRole('button', { name: /3 × may enter/ }),
  ).toHaveTextContent(/2 ×\s*blocked/);
});

it('opens a folded cell to act on each of its stages', async () => {
  await open();
  const grid = screen.getByRole('grid', { name: 'Freight' });
  within(grid)
    .getByRole('button', { name: /3 × may enter/ })
    .focus();
  await userEvent.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog', {
    name: '1.4.3 in prod (5 stages)',
  });
  expect(
    within(dialog)
      .getAllByRole('heading', { level: 4 })
      .map(each => each.textContent),
  ).toEqual(REGIONS);
  expect(
    within(dialog).getByRole('button', { name: 'Promote 1.4.3 to prod-us' }),
  ).toBeInTheDocument();
});

it('unfolds and folds by keyboard, in both places, and keeps the focus', async () => {
  const section = await open();
  const grid = screen.getByRole('grid', { name: 'Freight' });
  const inGrid = within(grid).getByRole('button', {
    name: 'Unfold prod (5 stages)',
  });
  inGrid.focus();
  await userEvent.keyboard('{Enter}');
  expect(within(grid).getAllByRole('columnheader')).toHaveLength(7);
  expect(
    within(section).getByRole('button', { name: 'Stage prod-za' }),
  ).toBeInTheDocument();
  expect(document.activeElement).toHaveAccessibleName('Fold prod (5 stages)');
  await userEvent.keyboard('{Enter}');
  expect(within(grid).getAllByRole('columnheader')).toHaveLength(3);
  const box = within(section).getByRole('heading', { name: 'prod (5 stages)' });
  within(box.parentElement!).getByRole('button').focus();
  await userEvent.keyboard('{Enter}');
  expect(within(grid).getAllByRole('columnheader')).toHaveLength(7);
  expect(section).toContainElement(document.activeElement as HTMLElement);
  expect(document.activeElement).toHaveAccessibleName('Fold prod (5 stages)');
});

it('is as the address says', async () => {
  const section = await open('?unfolded=dev');
  expect(
    within(section).getByRole('button', { name: 'Stage prod-eu' }),
  ).toBeInTheDocument();
});
