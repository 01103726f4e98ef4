import { callerNamed, createWorld } from './__testUtils__/world';

const shop = { project: 'shop' };
const side = { status: 'same' as const, value: '1.4.2' };
const row = {
  kind: 'image' as const,
  name: 'https://me:secret@ghcr.io/acme/web',
  promoted: '1.4.2',
  git: { ...side, reason: 'not for the wire', since: ' since commit' },
  running: { status: 'unknown' as const, reason: 'not for the wire' },
  verdict: 'unknown' as const,
  sentence: 'https://me:secret@ghcr.io/acme/web cannot be seen.',
};

it('says of every stage that holds something what differs, without credentials', async () => {
  const { service, engine } = await createWorld();
  const promotion = 'dev.1';
  const drift = { promotion, verdict: 'unknown' as const, rows: [row] };
  engine.drift.mockImplementation((async ({ stage }: { stage: string }) =>
    stage === 'dev' ? drift : undefined) as never);
  const vera = callerNamed('vera');
  const { stages } = await service.getDrift(shop, vera);
  expect(stages).toEqual([
    {
      ...{ stage: 'dev', promotion, verdict: 'unknown', obstacle: undefined },
      rows: [
        {
          kind: 'image',
          name: 'https://ghcr.io/acme/web',
          promoted: '1.4.2',
          git: side,
          running: { status: 'unknown', value: undefined },
          verdict: 'unknown',
          sentence: 'https://ghcr.io/acme/web cannot be seen.',
        },
      ],
    },
  ]);
  expect(engine.drift).toHaveBeenCalledTimes(3);
  const one = await service.getDrift({ ...shop, stage: 'prod' }, vera);
  expect(one).toEqual({ stages: [] });
});

it('says which stages there are, where one is asked for that is not', async () => {
  const { service } = await createWorld();
  await expect(
    service.getDrift({ ...shop, stage: 'qa' }, callerNamed('vera')),
  ).rejects.toThrow(
    'shop has no stage qa that anything is promoted into; it has dev, staging, prod.',
  );
});
