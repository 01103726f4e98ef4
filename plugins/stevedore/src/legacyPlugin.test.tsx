import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import {
  entityWithout,
  entityWithPipeline,
  fakeApi,
  pipeline,
  promotion,
} from './fixtures';
import {
  DeliveryPage,
  EntityDeliveryCard,
  EntityDeliveryContent,
  isPipelineAvailable,
  stevedoreApiRef,
} from './legacy';

const api = fakeApi({
  getPipeline: async () => pipeline({ needsMe: [promotion()] }),
  getWaiting: async () => ({ items: [], entityRefs: {} }),
});

function inOldApp(piece: JSX.Element) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [stevedoreApiRef, api],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      <EntityProvider entity={entityWithPipeline}>{piece}</EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

it('mounts the tab', async () => {
  await inOldApp(
    <Routes>
      <Route path="/" element={<EntityDeliveryContent />} />
    </Routes>,
  );
  expect(
    await screen.findByRole('button', { name: 'Review 1.4.2 for prod' }),
  ).toBeInTheDocument();
});

it('mounts the card', async () => {
  await inOldApp(<EntityDeliveryCard />);
  expect(await screen.findAllByRole('rowheader')).toHaveLength(3);
  expect(
    screen.getByRole('link', { name: 'Pipeline and freight' }),
  ).toHaveAttribute('href', '/catalog/default/component/web/delivery');
});

it('mounts the page of the platform, with its tabs', async () => {
  await inOldApp(
    <Routes>
      <Route path="/*" element={<DeliveryPage />} />
    </Routes>,
  );
  expect(await screen.findByText('Nothing waits for you.')).toBeInTheDocument();
  for (const name of ['Everything', 'Calendar', 'Locks'])
    expect(screen.getByRole('tab', { name })).toBeInTheDocument();
});

it('links the card to wherever the tab is', async () => {
  await inOldApp(<EntityDeliveryCard tabPath="cd" />);
  expect(await screen.findByRole('link', { name: 'prod' })).toHaveAttribute(
    'href',
    '/catalog/default/component/web/cd?drawer=stage&stage=prod',
  );
});

it('knows which entities have a pipeline', () => {
  expect(isPipelineAvailable(entityWithPipeline)).toBe(true);
  expect(isPipelineAvailable(entityWithout)).toBe(false);
});
