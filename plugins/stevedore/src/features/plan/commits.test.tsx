import { StevedoreApi } from '@stevedore/plugin-stevedore-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  commitsAnswer,
  freightChange,
  freightItem,
  freightSummary,
  planAnswer,
  promotionDetail,
  refusal,
  renderDrawer,
  sourceCommit,
} from '../../fixtures';

const to = freightSummary('1.4.2').name;
const from = freightSummary('1.4.0').name;
const ADDRESS = `?drawer=plan&stage=prod&freight=${to}`;

const open = (answers: Partial<StevedoreApi>, change = freightChange()) =>
  renderDrawer(ADDRESS, {
    planPromotion: async () => planAnswer({ change }),
    ...answers,
  });
const list = (name: string) => screen.findByRole('list', { name });

it('shows the commits between in the plan, with who, tickets and links', async () => {
  const getCommits = jest.fn(async () => commitsAnswer());
  await open({ getCommits });
  const commits = await list('2 commits of shop are added:');
  expect(getCommits).toHaveBeenCalledWith(
    { project: 'web', from, to },
    expect.anything(),
  );
  const [first, second] = within(commits).getAllByRole('listitem');
  expect(first).toHaveTextContent(
    /SHOP-12.* Mend the cart · ada · 1 h 30 min ago/,
  );
  expect(
    within(first)
      .getAllByRole('link')
      .map(link => link.getAttribute('href')),
  ).toEqual([
    'https://git.acme.example/acme/shop/commit/1',
    'https://tickets.acme.example/browse/SHOP-12',
    '/catalog/default/user/ada',
  ]);
  expect(second).toHaveTextContent(/Say how many are left · Ada Lovelace/);
  expect(
    screen.getByRole('link', { name: /^all commits between in shop/ }),
  ).toBeInTheDocument();
});

it('folds what is more than ten', async () => {
  const [source] = commitsAnswer().sources;
  const coming = Array.from({ length: 12 }, (_, n) => sourceCommit(`no ${n}`));
  const sources = [{ ...source, coming }];
  await open({ getCommits: async () => commitsAnswer({ sources }) });
  const commits = await list('12 commits of shop are added:');
  expect(within(commits).getAllByRole('listitem')).toHaveLength(10);
  const more = screen.getByRole('button', { name: 'Show 2 more commits' });
  expect(more).toHaveAttribute('aria-expanded', 'false');
  await userEvent.click(more);
  expect(within(commits).getAllByRole('listitem')).toHaveLength(12);
  expect(more).toHaveAttribute('aria-expanded', 'true');
});

it('says why none are known, and reads again on demand', async () => {
  const getCommits = jest
    .fn<Promise<ReturnType<typeof commitsAnswer>>, []>()
    .mockRejectedValueOnce(refusal('NotFoundError', 'There is no freight x.'))
    .mockResolvedValue(commitsAnswer());
  await open({ getCommits });
  expect(
    await screen.findByText(/No commits are known: there is no freight x\./i),
  ).toBeInTheDocument();
  await userEvent.click(
    screen.getByRole('button', { name: 'Read the commits again' }),
  );
  expect(await list('2 commits of shop are added:')).toBeInTheDocument();
});

it('keeps what is known without them where they cannot be read', async () => {
  const [{ coming: _, ...source }] = commitsAnswer().sources;
  const whyNot = 'component:default/web may not read it: add a grant';
  const change = freightChange({ sources: [source] });
  await open(
    {
      getCommits: async () =>
        commitsAnswer({ sources: [{ ...source, coming: [], whyNot }] }),
    },
    change,
  );
  expect(
    await screen.findByText(`No commits are known: ${whyNot}.`),
  ).toBeInTheDocument();
  expect(
    screen.getAllByRole('link', { name: /all commits between in shop/ }),
  ).toHaveLength(1);
});

it('asks for none where nothing is there yet, or the same', async () => {
  const getCommits = jest.fn();
  const change = freightChange({ from: [], direction: 'first' });
  await open({ getCommits }, change);
  expect(
    await screen.findByText('Nothing of this warehouse is here yet.'),
  ).toBeInTheDocument();
  expect(getCommits).not.toHaveBeenCalled();
});

it('shows them to those who approve', async () => {
  await renderDrawer('?drawer=promotion&promotion=prod.01', {
    getPromotion: async () => promotionDetail(),
    getCommits: async () => commitsAnswer(),
  });
  expect(await list('2 commits of shop are added:')).toBeInTheDocument();
});

it('shows in the freight what came since the one before', async () => {
  const getCommits = jest.fn(async () => commitsAnswer());
  const item = freightItem('1.4.2');
  await renderDrawer(`?drawer=freight&freight=${item.name}`, {
    listFreight: async () => ({ items: [item] }),
    getCommits,
  });
  const section = await screen.findByRole('region', {
    name: 'Commits since 1.4.0',
  });
  await waitFor(() => expect(section).toHaveTextContent('2 commits of shop'));
  expect(getCommits).toHaveBeenCalledWith(
    { project: 'web', from: undefined, to: item.name },
    expect.anything(),
  );
});
