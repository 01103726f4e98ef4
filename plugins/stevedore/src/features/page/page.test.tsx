import { PipelineListRequest } from '@stevedore/plugin-stevedore-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  calendar,
  calendarWindow,
  freightSummary,
  gatekeeping,
  lock,
  minutesAgo,
  promotion,
  refusal,
  renderPage,
  stage,
} from '../../fixtures';

const edge = (from: string) => ({
  edges: [{ from, kind: 'stage' as const, requiredSoakMs: 0 }],
});

const overview = (project: string, stages = [stage('dev')]) => ({
  project,
  entityRef: `component:default/${project}`,
  stages,
});

const forbidden = async () => {
  throw refusal('NotAllowedError', 'vera may not see the calendar.');
};

describe('everything', () => {
  const web = {
    ...overview('web', [
      stage('dev', { here: [freightSummary('1.4.3')] }),
      stage('prod', {
        ...edge('dev'),
        here: [freightSummary('1.4.2')],
        current: promotion({ sentence: 'waits for 1 of 2 approvals' }),
      }),
    ]),
    waitingSince: minutesAgo(12),
  };

  it('is a table of components and stages, with what waits and the way there', async () => {
    renderPage('everything', {
      listPipelines: async () => ({
        items: [web, overview('api', [stage('test')])],
      }),
    });
    const table = await screen.findByRole('table', { name: 'What runs where' });
    const heads = within(table).getAllByRole('columnheader');
    expect(heads.map(each => each.textContent)).toEqual([
      'Component',
      'Waits',
      'test',
      'dev',
      'prod',
    ]);
    expect(within(table).getByRole('link', { name: 'web' })).toHaveAttribute(
      'href',
      '/catalog/default/component/web/delivery',
    );
    expect(
      within(table).getByRole('link', { name: /waits for 1 of 2 approvals/ }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/web\/delivery\?drawer=promotion&promotion=/),
    );
    expect(within(table).getByText('1.4.3')).toBeInTheDocument();
  });

  it('reads on by key, and keeps its filter in the address', async () => {
    const asked: PipelineListRequest[] = [];
    renderPage('everything?mine=yes', {
      listPipelines: async (request = {}) => {
        asked.push(request);
        return request.after
          ? { items: [overview('cart')] }
          : { items: [overview('web')], next: '/web' };
      },
    });
    const more = await screen.findByRole('button', { name: 'Show more' });
    await userEvent.click(more);
    expect(
      await screen.findByRole('link', { name: 'cart' }),
    ).toBeInTheDocument();
    expect(asked.map(({ mine, after }) => [mine, after])).toEqual([
      [true, undefined],
      [true, '/web'],
    ]);
    const mine = screen.getByRole('checkbox', { name: 'only mine' });
    expect(mine).toBeChecked();
    await userEvent.click(mine);
    await screen.findByRole('link', { name: 'web' });
    expect(asked[asked.length - 1].mine).toBeUndefined();
  });

  it('says that nothing fits, or that it cannot be read', async () => {
    renderPage('everything?search=zzz', {
      listPipelines: async () => ({ items: [] }),
    });
    expect(await screen.findByText('No component fits.')).toBeInTheDocument();
  });

  it('says who else runs a pipeline', async () => {
    renderPage('everything', {
      listPipelines: async () => ({ items: [{ ...web, runBy: 'Kargo' }] }),
    });
    const head = await screen.findByRole('rowheader');
    expect(head).toHaveTextContent('webKargo runs this');
  });

  it('lists what no component shows, and what would change that', async () => {
    renderPage('everything', {
      listPipelines: async () => ({ items: [web] }),
      listUnmapped: async () => ({
        items: [
          {
            target: 'prod-eu/shop',
            reason: 'no rule is about it',
            cure: 'Add a rule there.',
          },
        ],
        unseen: ['prod-us'],
      }),
    });
    const section = await screen.findByRole('region', {
      name: 'Projects without a component',
    });
    expect(section).toHaveTextContent('Kargo runs these in their clusters.');
    expect(section).toHaveTextContent('prod-us cannot be seen now');
    expect(within(section).getByRole('listitem')).toHaveTextContent(
      'prod-eu/shopNo rule is about it.Add a rule there.',
    );
  });

  it('shows nothing of it to who may not see it, and where there is nothing', async () => {
    const listUnmapped = jest.fn(async () => {
      throw refusal('NotAllowedError', 'vera may not see it.');
    });
    renderPage('everything', {
      listPipelines: async () => ({ items: [web] }),
      listUnmapped,
    });
    await screen.findByRole('table', { name: 'What runs where' });
    await waitFor(() => expect(listUnmapped).toHaveBeenCalled());
    expect(screen.queryByText('vera may not see it.')).not.toBeInTheDocument();
    expect(
      screen.queryByText('Projects without a component'),
    ).not.toBeInTheDocument();
  });

  it('says what is broken', async () => {
    renderPage('everything', {
      listPipelines: async () => {
        throw new Error('no route to host');
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'no route to host',
    );
  });
});

describe('waiting on me', () => {
  it('lists what to do, the longest waiting first, with the way to it', async () => {
    renderPage('waiting', {
      getWaiting: async () => ({
        items: [promotion({ requestedAt: minutesAgo(5), project: 'web' })],
        steps: [
          {
            promotion: promotion({
              project: 'api',
              name: 'dev.01.x',
              stage: 'dev',
              requestedAt: minutesAgo(9),
            }),
            step: 0,
            alias: 'ask',
            ask: {
              kind: 'input',
              sentence: 'which region',
              actions: ['submit'],
            },
          },
        ],
        reviews: [
          {
            project: 'web',
            promotion: 'prod.02.y',
            stage: 'prod',
            freight: 'a'.repeat(40),
            openedAt: minutesAgo(60),
            by: ['user:default/ada'],
            reason: 'on fire',
            reviewers: [],
          },
        ],
        entityRefs: {
          web: 'component:default/web',
          api: 'component:default/api',
        },
      }),
    });
    const list = await screen.findByRole('list', { name: 'Waiting on me' });
    const items = within(list).getAllByRole('listitem');
    expect(items.map(each => each.textContent)).toEqual([
      expect.stringMatching(
        /^web, prod was passed in an emergency by ada.*on fire/,
      ),
      expect.stringMatching(/^api, dev asks you: Which region\./),
      expect.stringMatching(/^web, prod waits for your approval of 1\.4\.2/),
    ]);
    expect(
      within(items[1]).getByRole('link', { name: /^Answer .* of api$/ }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/api/delivery?drawer=promotion&promotion=dev.01.x',
    );
  });

  it('says when there is nothing', async () => {
    renderPage('waiting', {
      getWaiting: async () => ({ items: [], entityRefs: {} }),
    });
    expect(
      await screen.findByText('Nothing waits for you.'),
    ).toBeInTheDocument();
  });
});

describe('locks', () => {
  it('locks systems beyond one component, and asks for a reason', async () => {
    const setLock = jest.fn(async () => lock());
    renderPage(
      'locks',
      gatekeeping({
        getCalendar: async () => calendar({ project: undefined }),
        setLock,
      }),
    );
    expect(
      await screen.findByText(/Nothing is locked beyond single components/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Lock…' }));
    const form = screen.getByRole('group', { name: 'Lock' });
    await userEvent.type(
      within(form).getByLabelText('Systems, domains, components'),
      'system:default/payments',
    );
    await userEvent.type(within(form).getByLabelText(/Reason/), 'incident 812');
    await userEvent.click(
      within(form).getByRole('button', { name: 'Lock now' }),
    );
    expect(setLock).toHaveBeenCalledWith({
      blocks: 'all',
      entities: ['system:default/payments'],
      reason: 'incident 812',
    });
  });

  it('lists locks, and says why somebody may not', async () => {
    renderPage(
      'locks',
      gatekeeping({
        getCalendar: async () =>
          calendar({
            project: undefined,
            locks: [lock({ project: undefined, whyNot: 'you may not' })],
            whyNot: { lock: 'You may not set locks.' },
          }),
      }),
    );
    expect(await screen.findByText(/incident 812/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Lock…' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  it('says that it is not for the reader', async () => {
    renderPage('locks', gatekeeping({ getCalendar: forbidden }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'vera may not see the calendar.',
    );
  });
});

describe('the calendar', () => {
  it('shows windows, and the next month day by day', async () => {
    renderPage(
      'calendar',
      gatekeeping({
        getCalendar: async () =>
          calendar({
            project: undefined,
            windows: [
              calendarWindow({
                times: [{ start: minutesAgo(-10), end: minutesAgo(-70) }],
              }),
            ],
          }),
      }),
    );
    expect(
      await screen.findByRole('region', { name: 'The next month' }),
    ).toHaveTextContent(/Holidays: everything is closed/);
    expect(
      screen.getByRole('button', { name: 'End Holidays…' }),
    ).toBeInTheDocument();
  });

  it('freezes the whole catalog', async () => {
    const setWindow = jest.fn(async () => calendarWindow());
    renderPage(
      'calendar',
      gatekeeping({
        getCalendar: async () => calendar({ project: undefined }),
        setWindow,
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Freeze or open by the calendar…',
      }),
    );
    await userEvent.type(screen.getByLabelText('Name'), 'year end');
    await userEvent.type(screen.getByLabelText(/Reason/), 'nobody is here');
    await userEvent.click(
      screen.getByRole('button', { name: 'Set the window' }),
    );
    expect(setWindow).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'year end', kind: 'Deny' }),
    );
    expect(setWindow).toHaveBeenCalledWith(
      expect.not.objectContaining({ project: expect.anything() }),
    );
  });
});
