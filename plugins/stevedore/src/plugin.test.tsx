import { screen, within } from '@testing-library/react';
import {
  entityWithout,
  pipeline,
  promotion,
  refusal,
  renderTab,
} from './fixtures';

it('has a tab and a card, which read once together', async () => {
  const getPipeline = jest.fn(async () => pipeline({ needsMe: [promotion()] }));
  renderTab({ answers: { getPipeline } });
  expect(
    await screen.findByRole('button', { name: 'Review 1.4.2 for prod' }),
  ).toBeInTheDocument();
  const card = await screen.findByRole('table', { name: 'Stages' });
  expect(within(card).getAllByRole('rowheader')).toHaveLength(3);
  expect(within(card).getByRole('link', { name: 'dev' })).toHaveAttribute(
    'href',
    '/delivery?drawer=stage&stage=dev',
  );
  expect(
    screen.getByRole('link', { name: 'Review 1.4.2 for prod' }),
  ).toHaveAttribute(
    'href',
    '/delivery?drawer=promotion&promotion=prod.01hz.1420000',
  );
  expect(getPipeline).toHaveBeenCalledTimes(1);
});

it('shows a component without a pipeline how to start one', async () => {
  renderTab({
    entity: entityWithout,
    answers: {
      getPipeline: async () => {
        throw refusal('NotFoundError', 'no pipeline');
      },
    },
  });
  expect(await screen.findByLabelText('Annotations')).toHaveTextContent(
    'ghcr.io/acme/payments ^1.0.0',
  );
  expect(screen.queryByRole('table', { name: 'Stages' })).toBeNull();
});

it('says why a pipeline cannot be seen', async () => {
  renderTab({
    answers: {
      getPipeline: async () => {
        throw refusal('NotAllowedError', 'user:default/vera may not see it');
      },
    },
  });
  const notices = await screen.findAllByRole('alert');
  expect(notices[0]).toHaveTextContent('user:default/vera may not see it');
});

it('says where a definition is wrong, and that the last good one runs', async () => {
  renderTab({
    answers: {
      getPipeline: async () =>
        pipeline({
          problems: [
            {
              severity: 'error',
              message: 'There is no stage stagin.',
              cure: 'Write staging.',
              file: 'catalog-info.yaml',
              line: 12,
              column: 5,
            },
          ],
        }),
    },
  });
  const region = await screen.findByRole('region', { name: 'Definition' });
  expect(region).toHaveTextContent('The last good one keeps running');
  expect(region).toHaveTextContent('catalog-info.yaml, line 12, column 5');
  expect(region).toHaveTextContent('Write staging.');
});
