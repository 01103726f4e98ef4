import { FreightItem } from '@stevedore/plugin-stevedore-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  cell,
  freightItem,
  minutesAgo,
  pipeline,
  refusal,
  renderDrawer,
  stage,
} from '../../fixtures';

const said = {
  at: minutesAgo(5),
  actor: 'user:default/ada',
  reason: 'leaks memory',
};
const cells = [cell('dev'), cell('staging'), cell('prod', { mayWaive: true })];

async function open(item: FreightItem, answers: object, shown = pipeline()) {
  await renderDrawer(
    `?drawer=freight&freight=${item.name}`,
    { listFreight: async () => ({ items: [item] }), ...answers },
    shown,
  );
  await screen.findByText('What is in it');
  return screen.getByRole('dialog');
}

it('quarantines freight, not before it knows why', async () => {
  const quarantineFreight = jest.fn(async () => freightItem('1.4.3'));
  const item = freightItem('1.4.3');
  const drawer = await open(item, { quarantineFreight });
  const opener = within(drawer).getByRole('button', { name: 'Quarantine…' });
  await userEvent.click(opener);
  const form = within(drawer).getByRole('group', { name: 'Quarantine' });
  expect(form).toHaveTextContent('No stage takes it any more');
  const confirm = within(form).getByRole('button', { name: 'Quarantine' });
  await userEvent.click(confirm);
  expect(confirm).toHaveAccessibleDescription(/Say why first/);
  expect(quarantineFreight).not.toHaveBeenCalled();
  await userEvent.type(within(form).getByLabelText(/Reason/), ' leaks ');
  await userEvent.click(
    within(form).getByRole('button', { name: 'Quarantine' }),
  );
  expect(quarantineFreight).toHaveBeenCalledWith({
    project: 'web',
    name: item.name,
    reason: 'leaks',
  });
  expect(within(drawer).queryByRole('group')).toBeNull();
  expect(opener).toHaveFocus();
});

it('says who quarantined it and why, and lifts that', async () => {
  const liftQuarantine = jest.fn(async () => {
    throw refusal('ConflictError', 'it is not quarantined');
  });
  const item = freightItem('1.4.3', { quarantine: said });
  const drawer = await open(item, { liftQuarantine });
  expect(drawer).toHaveTextContent(/Quarantined by ada.*“leaks memory”/);
  await userEvent.click(
    within(drawer).getByRole('button', { name: 'Lift the quarantine…' }),
  );
  await userEvent.type(within(drawer).getByLabelText(/Reason/), 'a mistake');
  await userEvent.click(within(drawer).getByRole('button', { name: 'Lift' }));
  expect(
    await within(drawer).findByText(/it is not quarantined/),
  ).toBeInTheDocument();
});

it('lets freight past verification only where the backend says so', async () => {
  const waiveFreight = jest.fn(async () => undefined);
  const item = freightItem('1.4.3', { cells });
  const drawer = await open(item, { waiveFreight });
  const openers = within(drawer).getAllByRole('button', { name: /^Let past/ });
  expect(openers.map(({ textContent }) => textContent)).toEqual([
    'Let past verification for prod…',
  ]);
  await userEvent.click(openers[0]);
  await userEvent.type(within(drawer).getByLabelText(/Reason/), 'urgent');
  await userEvent.click(
    within(drawer).getByRole('button', { name: 'Let it past' }),
  );
  expect(waiveFreight).toHaveBeenCalledWith({
    project: 'web',
    name: item.name,
    stage: 'prod',
    reason: 'urgent',
  });
});

it('says who let it past verification', async () => {
  const waived = cell('prod', { waived: { ...said, reason: 'urgent' } });
  const drawer = await open(freightItem('1.4.3', { cells: [waived] }), {});
  expect(drawer).toHaveTextContent(/Let past verification by ada.*“urgent”/);
});

it('says why the reader may not', async () => {
  const shown = pipeline({
    whyNot: { quarantine: 'You may not quarantine.' },
    stages: [stage('prod', { whyNot: { waive: 'You may not waive.' } })],
  });
  const drawer = await open(freightItem('1.4.3', { cells }), {}, shown);
  const waive = within(drawer).getByRole('button', { name: /^Let past/ });
  expect(waive).toHaveAccessibleDescription('You may not waive.');
  const mark = within(drawer).getByRole('button', { name: 'Quarantine…' });
  expect(mark).toHaveAccessibleDescription('You may not quarantine.');
  await userEvent.click(mark);
  expect(within(drawer).queryByRole('group')).toBeNull();
});

it('gives freight another alias, or says why it keeps the old one', async () => {
  const item = freightItem('1.4.3');
  const changeAlias = jest
    .fn()
    .mockRejectedValueOnce(refusal('ConflictError', 'otter is taken by 1.4.2'))
    .mockResolvedValueOnce(item);
  const drawer = await open(item, { changeAlias });
  await userEvent.click(
    within(drawer).getByRole('button', { name: 'Change the alias…' }),
  );
  const field = within(drawer).getByLabelText('Alias');
  expect(field).toHaveValue(item.alias);
  await userEvent.clear(field);
  await userEvent.type(field, 'otter');
  const change = () =>
    userEvent.click(within(drawer).getByRole('button', { name: 'Change it' }));
  await change();
  expect(await within(drawer).findByRole('alert')).toHaveTextContent(
    /otter is taken by 1.4.2/i,
  );
  await change();
  expect(changeAlias).toHaveBeenLastCalledWith({
    project: 'web',
    name: item.name,
    alias: 'otter',
  });
});
