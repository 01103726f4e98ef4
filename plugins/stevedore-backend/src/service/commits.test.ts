import { SourceCommit } from '@stevedore/promotion-engine';
import { sampleFreight } from '@stevedore/promotion-engine/testing';
import { toCommitsAnswer } from '../mappers/commits';
import { callerNamed, createWorld } from './__testUtils__/world';

const [older, newer] = [1, 2].map(n => sampleFreight(n).name);
const repoURL = 'https://me:secret@git.acme.example/shop';
const commit: SourceCommit = {
  id: 'b'.repeat(40),
  date: '2026-01-02T03:04:05+01:00',
  author: 'Ada Lovelace',
  email: 'ada@acme.example',
  title: 'Mend the cart',
  message: 'Mend the cart\n\nCloses SHOP-12',
};
const source = { repoURL, newer: commit.id, older: 'a'.repeat(40) };

it('asks for what lies between two freight, or since the one before', async () => {
  const { service, engine } = await createWorld();
  const vera = callerNamed('vera');
  const asked = { project: 'shop', from: older, to: newer };
  expect(await service.getCommits(asked, vera)).toEqual({
    from: expect.objectContaining({ name: older }),
    sources: [],
    unknown: [],
  });
  expect(engine.commits).toHaveBeenCalledWith(
    expect.objectContaining({
      project: 'shop',
      newer: expect.objectContaining({ name: newer }),
      older: expect.objectContaining({ name: older }),
      warehouse: expect.objectContaining({ name: 'web' }),
    }),
  );
  const { alias } = sampleFreight(2);
  await service.getCommits({ project: 'shop', to: alias }, vera);
  expect(engine.commits).toHaveBeenLastCalledWith(
    expect.objectContaining({
      newer: expect.objectContaining({ name: newer }),
      older: expect.objectContaining({ name: older }),
    }),
  );
  const first = await service.getCommits({ project: 'shop', to: older }, vera);
  expect(first.from).toBeUndefined();
});

it('says which freight is not there', async () => {
  const { service } = await createWorld();
  await expect(
    service.getCommits(
      { project: 'shop', from: 'gone', to: newer },
      callerNamed('vera'),
    ),
  ).rejects.toThrow('There is no freight gone in shop.');
});

it('has names, tickets and addresses, and neither mail addresses nor passwords', () => {
  const answer = toCommitsAnswer(
    {
      sources: [
        {
          ...source,
          status: 'read',
          added: [commit],
          removed: [],
          more: false,
        },
        { ...source, status: 'unread', why: `${repoURL}: not granted` },
      ],
      unknown: [{ why: `the chart ${repoURL} names no commits` }],
    },
    {
      users: { 'ada@acme.example': 'user:default/ada' },
      tickets: () => [{ name: 'SHOP-12', url: 'https://tickets/SHOP-12' }],
      commitUrl: (_, id) => `https://git.acme.example/commit/${id}`,
      compareUrl: () => 'https://git.acme.example/compare',
    },
  );
  const shown = {
    repoURL: 'https://git.acme.example/shop',
    newer: commit.id,
    older: source.older,
    url: 'https://git.acme.example/compare',
  };
  expect(answer).toEqual({
    sources: [
      {
        ...shown,
        coming: [
          {
            id: commit.id,
            title: 'Mend the cart',
            author: 'Ada Lovelace',
            user: 'user:default/ada',
            at: commit.date,
            url: `https://git.acme.example/commit/${commit.id}`,
            tickets: [{ name: 'SHOP-12', url: 'https://tickets/SHOP-12' }],
          },
        ],
        going: [],
      },
      {
        ...shown,
        coming: [],
        going: [],
        whyNot: 'https://git.acme.example/shop: not granted',
      },
    ],
    unknown: ['the chart https://git.acme.example/shop names no commits'],
  });
  expect(JSON.stringify(answer)).not.toMatch(/ada@|secret/);
});
