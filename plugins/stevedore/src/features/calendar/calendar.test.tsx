import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  calendar,
  calendarWindow,
  gatekeeping,
  lock,
  pipeline,
  refusal,
  renderDrawer,
  renderTab,
} from '../../fixtures';

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('on top of the tab', () => {
  const open = async (
    changes: Parameters<typeof pipeline>[0],
    answers: Parameters<typeof gatekeeping>[0] = {},
  ) => {
    renderTab({
      answers: {
        getPipeline: async () => pipeline(changes),
        ...gatekeeping(answers),
      },
    });
    return screen.findByRole('region', { name: 'Locks and freezes' });
  };

  it('says what is locked and closed, by whom and why', async () => {
    const region = await open({
      locks: [lock({ whyNot: 'you may not release locks here' })],
      freezes: [calendarWindow({ id: undefined })],
    });
    expect(region).toHaveTextContent(
      'Staging is locked by lin: incident 812 ·',
    );
    expect(region).toHaveTextContent(
      'Holidays: Everything is closed until 2026-03-09 00:00 UTC',
    );
    expect(button('Release…')).toHaveAccessibleDescription(
      'You may not release locks here.',
    );
    // what the definition or the platform says cannot be ended here
    expect(screen.queryByRole('button', { name: /^End/ })).toBeNull();
  });

  it('asks what becomes of the queue before it releases a lock', async () => {
    const releaseLock = jest
      .fn()
      .mockRejectedValueOnce(
        refusal('ConflictError', '2 promotions wait behind it: say queue'),
      )
      .mockResolvedValueOnce(lock());
    await open({ locks: [lock()] }, { releaseLock });
    await userEvent.click(button('Release…'));
    const form = screen.getByRole('group', { name: 'Release the lock' });
    await userEvent.type(within(form).getByLabelText(/Reason/), 'over');
    await userEvent.click(
      within(form).getByRole('button', { name: 'Release' }),
    );
    expect(await within(form).findByRole('alert')).toHaveTextContent(
      '2 promotions wait behind it',
    );
    await userEvent.click(
      within(form).getByRole('button', { name: 'Release, and let them go' }),
    );
    expect(releaseLock.mock.calls.map(([ask]) => ask.queue)).toEqual([
      undefined,
      'release',
    ]);
    expect(releaseLock).toHaveBeenLastCalledWith({
      id: 'lock1',
      project: 'web',
      reason: 'over',
      queue: 'release',
    });
    await waitFor(() => expect(form).not.toBeInTheDocument());
  });

  it('ends a freeze that a person set', async () => {
    const endWindow = jest.fn(async () => calendarWindow());
    await open({ freezes: [calendarWindow()] }, { endWindow });
    await userEvent.click(button('End Holidays…'));
    await userEvent.type(screen.getByLabelText(/^Reason/), 'we are back');
    await userEvent.click(button('End it now'));
    expect(endWindow).toHaveBeenCalledWith({
      id: 'freeze1',
      project: undefined,
      reason: 'we are back',
    });
  });

  it('is not there when nothing is', async () => {
    renderTab();
    await screen.findByRole('region', { name: 'Pipeline' });
    expect(
      screen.queryByRole('region', { name: 'Locks and freezes' }),
    ).toBeNull();
  });
});

describe('beside the page', () => {
  const open = (answers: Parameters<typeof gatekeeping>[0]) => {
    renderDrawer('?drawer=calendar&stage=prod', {
      ...gatekeeping({ getCalendar: async () => calendar(), ...answers }),
    });
    return screen.findByRole('dialog', { name: 'Locks and windows' });
  };

  it('locks a stage, with a reason', async () => {
    const setLock = jest.fn(async () => lock());
    await open({ setLock });
    await userEvent.click(await screen.findByRole('button', { name: 'Lock…' }));
    expect(button('Lock now')).toHaveAccessibleDescription(/Say why first/);
    await userEvent.selectOptions(screen.getByLabelText('Stops'), 'automatic');
    await userEvent.type(screen.getByLabelText(/^Reason/), 'incident 812');
    await userEvent.click(button('Lock now'));
    expect(setLock).toHaveBeenCalledWith({
      project: 'web',
      stages: 'prod',
      blocks: 'automatic',
      reason: 'incident 812',
    });
  });

  it('says in the words of the backend what is wrong with a window', async () => {
    const setWindow = jest.fn(async () => {
      throw refusal('ConflictError', 'the window ends before it begins');
    });
    await open({ setWindow });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Freeze or open by the calendar…',
      }),
    );
    await userEvent.type(screen.getByLabelText('Name'), 'Holidays');
    await userEvent.type(screen.getByLabelText(/^Reason/), 'rest');
    await userEvent.click(button('Set the window'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /the window ends before it begins/i,
    );
    expect(setWindow).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'Holidays', kind: 'Deny' }),
    );
  });

  it('says who may not lock or freeze, and lists what there is', async () => {
    const whyNot = { lock: 'You may not lock.', freeze: 'You may not freeze.' };
    const drawer = await open({
      getCalendar: async () =>
        calendar({ whyNot, locks: [lock()], windows: [calendarWindow()] }),
    });
    expect(
      await within(drawer).findByRole('button', { name: 'Lock…' }),
    ).toHaveAccessibleDescription(whyNot.lock);
    expect(
      button('Freeze or open by the calendar…'),
    ).toHaveAccessibleDescription(whyNot.freeze);
    expect(drawer).toHaveTextContent('Staging is locked');
    expect(drawer).toHaveTextContent('Holidays');
  });
});
