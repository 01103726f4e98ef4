import { readFileSync } from 'node:fs';
import { APPLICATION } from '../../packages/demo/src/kubernetes/kinds';
import { KubernetesClient } from '../../packages/demo/src/kubernetes/KubernetesClient';
import { answerMeter, FollowerOptions, Seen } from './follower';

// A process of `bench:kubernetes`: the least that anybody has to do who follows Applications. It lists them, and
// parses each event of one watch.

const options: FollowerOptions = JSON.parse(process.argv[2]);

interface Shown {
  metadata: { name: string };
  status?: { health?: { status: string } };
}

async function main(): Promise<void> {
  const authority = readFileSync(options.caFile, 'utf8');
  const client = new KubernetesClient({ ...options, authority });
  const { items, metadata } = await client.list<Shown>(APPLICATION);
  const known = new Map(
    items.map(each => [each.metadata.name, each.status?.health?.status]),
  );
  answerMeter(() => 2);
  const { signal } = new AbortController();
  const { resourceVersion } = metadata;
  const events = client.watch<Shown>(APPLICATION, resourceVersion, signal);
  for await (const { object } of events) {
    const { name } = object.metadata;
    const health = object.status?.health?.status ?? '';
    if (known.get(name) === health) continue;
    known.set(name, health);
    const told: Seen = { kind: 'seen', name, health };
    process.send!(told);
  }
}

main();
