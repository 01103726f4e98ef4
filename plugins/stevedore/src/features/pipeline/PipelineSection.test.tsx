import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pipeline, refusal, renderTab } from '../../fixtures';

it('has the same words as graph and as list', async () => {
  renderTab();
  const section = await screen.findByRole('region', { name: 'Pipeline' });
  const wordsOf = (name: string) =>
    within(section).getByRole('button', { name }).closest('li')!.textContent!;
  const stages = ['Stage dev', 'Stage staging', 'Stage prod'];
  const graph = stages.map(wordsOf);
  expect(graph[2]).toContain('1.4.0');
  await userEvent.click(within(section).getByRole('button', { name: 'list' }));
  stages.forEach((name, index) =>
    expect(wordsOf(name)).toContain(graph[index]),
  );
  expect(section).toHaveTextContent('from staging, soaks 30 min');
});

it('has a warehouse look now, and says when it may not', async () => {
  const refreshWarehouse = jest.fn(async () => {
    throw refusal('NotAllowedError', 'not you');
  });
  renderTab({ answers: { refreshWarehouse } });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Refresh web' }),
  );
  expect(await screen.findByText('not you')).toBeInTheDocument();
  expect(refreshWarehouse).toHaveBeenCalledWith({
    project: 'web',
    warehouse: 'web',
  });
});

it('opens a stage, holds it with a reason, and gives the focus back', async () => {
  const holdStage = jest.fn(async () => undefined);
  const getPipeline = jest.fn(async () => pipeline());
  renderTab({ answers: { holdStage, getPipeline } });
  const opener = await screen.findByRole('button', { name: 'Stage dev' });
  opener.focus();
  await userEvent.keyboard('{Enter}');
  const drawer = await screen.findByRole('dialog', { name: 'Stage dev' });
  await userEvent.type(within(drawer).getByLabelText(/Reason/), 'incident');
  const before = getPipeline.mock.calls.length;
  await userEvent.click(within(drawer).getByRole('button', { name: 'Hold' }));
  expect(holdStage).toHaveBeenCalledWith({
    project: 'web',
    stage: 'dev',
    origin: 'Warehouse/web',
    reason: 'incident',
  });
  await waitFor(() =>
    expect(getPipeline.mock.calls.length).toBeGreaterThan(before),
  );
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Stage dev' })).toHaveFocus(),
  );
});

it('says of a stage that is no more that it is no more', async () => {
  renderTab({ address: '?drawer=stage&stage=qa' });
  const drawer = await screen.findByRole('dialog', { name: 'qa' });
  expect(drawer).toHaveTextContent('This pipeline has no stage qa');
});

it('shows one freight by its address', async () => {
  const [item] = pipeline().freight.items;
  const listFreight = jest.fn(async () => ({ items: [item] }));
  renderTab({
    answers: { listFreight },
    address: `?drawer=freight&freight=${item.name}`,
  });
  const drawer = await screen.findByRole('dialog', {
    name: `Freight 1.4.3 ${item.alias}`,
  });
  expect(
    within(drawer).getByRole('button', { name: 'Promote 1.4.3 to staging' }),
  ).toBeInTheDocument();
  expect(listFreight).toHaveBeenCalledWith(
    { project: 'web', search: item.name, limit: 1 },
    expect.anything(),
  );
});
