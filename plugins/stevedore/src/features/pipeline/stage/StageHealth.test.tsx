import { PipelineStage } from '@stevedore/plugin-stevedore-common';
import { screen, within } from '@testing-library/react';
import { pipeline, renderDrawer, stage } from '../../../fixtures';

async function open(checks?: PipelineStage['checks']) {
  const shown = pipeline({ stages: [stage('dev', { checks })] });
  await renderDrawer('?drawer=stage&stage=dev', {}, shown);
  return within(screen.getByRole('dialog'));
}

it('says what is watched, what is wrong, and where to see more', async () => {
  const drawer = await open([
    {
      step: 'sync',
      status: 'Unknown',
      issues: ['Argo CD Application "web" cannot be asked'],
      links: [{ url: 'https://cd.acme.dev/web', title: 'web in Argo CD' }],
    },
  ]);
  expect(drawer.getByRole('heading', { name: 'Health' })).toBeVisible();
  expect(drawer.getByText('cannot be seen')).toBeVisible();
  expect(drawer.getByText(/"web" cannot be asked/)).toBeVisible();
  expect(drawer.getByRole('link', { name: /web in Argo CD/ })).toHaveAttribute(
    'href',
    'https://cd.acme.dev/web',
  );
});

it('shows nothing where nothing is watched', async () => {
  const drawer = await open();
  expect(drawer.queryByRole('heading', { name: 'Health' })).toBeNull();
});
