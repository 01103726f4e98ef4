import { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import { stevedoreApiRef } from './api/stevedoreApi';
import {
  entityWithout,
  entityWithPipeline,
  fakeApi,
  pipeline,
  promotion,
  refusal,
} from './fixtures';
import plugin from './index';

/** Overview cards and the tab's content, one below the other. */
function renderPage(entity: Entity, getPipeline: () => Promise<any>) {
  renderTestApp({
    extensions: [createTestEntityPage({ entity })],
    features: [plugin],
    apis: [[stevedoreApiRef, fakeApi({ getPipeline })]],
  });
}

it('has a tab and a card, which read once together', async () => {
  const read = jest.fn(async () => pipeline({ needsMe: [promotion()] }));
  renderPage(entityWithPipeline, read);
  expect(
    await screen.findByRole('button', { name: 'Review 1.4.2 for prod' }),
  ).toBeInTheDocument();
  const card = await screen.findByRole('table', { name: 'Stages' });
  expect(within(card).getAllByRole('rowheader')).toHaveLength(3);
  expect(read).toHaveBeenCalledTimes(1);
});

it('shows a component without a pipeline how to start one', async () => {
  renderPage(entityWithout, async () => {
    throw refusal('NotFoundError', 'no pipeline');
  });
  expect(await screen.findByLabelText('Annotations')).toHaveTextContent(
    'ghcr.io/acme/payments ^1.0.0',
  );
  expect(screen.queryByRole('table', { name: 'Stages' })).toBeNull();
});

it('says why a pipeline cannot be seen', async () => {
  renderPage(entityWithPipeline, async () => {
    throw refusal('NotAllowedError', 'user:default/vera may not see it');
  });
  const notices = await screen.findAllByRole('alert');
  expect(notices[0]).toHaveTextContent('user:default/vera may not see it');
});
