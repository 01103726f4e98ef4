import { screen } from '@testing-library/react';
import { pipeline, renderTab } from '../../fixtures';

const runBy = { name: 'Kargo', target: 'prod-eu/shop' };

describe('a pipeline that Kargo runs', () => {
  it('says who runs it, and offers nothing that does not reach it', async () => {
    await renderTab({
      answers: { getPipeline: async () => pipeline({ runBy }) },
    });
    const said = await screen.findByRole('region', { name: 'Who runs it' });
    expect(said).toHaveTextContent(
      'Kargo runs this pipeline in prod-eu/shop. Here is what it says; what you ask for here is asked of it, in your name.',
    );
    expect(screen.queryByText('Locks and windows')).not.toBeInTheDocument();
    expect(screen.getByText('History')).toBeInTheDocument();
  });

  it('says why nothing of it can be seen', async () => {
    const unseen = 'stages of cluster prod-eu cannot be seen since noon';
    await renderTab({
      answers: {
        getPipeline: async () => pipeline({ runBy: { ...runBy, unseen } }),
      },
    });
    expect(
      await screen.findByText(/Nothing of it can be seen now/),
    ).toHaveTextContent('Stages of cluster prod-eu cannot be seen since noon.');
    expect(screen.queryByText('Freight')).not.toBeInTheDocument();
  });
});
