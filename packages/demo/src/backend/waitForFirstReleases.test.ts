import {
  LoopbackServer,
  startLoopbackServer,
} from '../http/startLoopbackServer';
import { waitForFirstReleases } from './waitForFirstReleases';

const finishedAt = '2026-01-01T00:00:00Z';
const ARRIVED = { stages: [{ verification: { finishedAt } }] };

describe('waitForFirstReleases', () => {
  let backend: LoopbackServer;
  /** What a component's pipeline is, one after the other; the last stays. */
  let answers: Record<string, (object | number)[]>;

  beforeEach(async () => {
    backend = await startLoopbackServer(async (request, response) => {
      if (request.method === 'POST') {
        response.end('{"backstageIdentity":{"token":"t"}}');
        return;
      }
      const component = request.url!.split('/').pop()!;
      const left = answers[component];
      const answer = left.length > 1 ? left.shift()! : left[0];
      if (typeof answer === 'number') response.writeHead(answer).end();
      else response.end(JSON.stringify(answer));
    });
  });
  afterEach(() => backend.stop());

  const wait = (mostMilliseconds?: number, signal = AbortSignal.any([])) =>
    waitForFirstReleases({
      backend: backend.url,
      components: ['web', 'shop'],
      signal,
      mostMilliseconds,
    });

  it('waits until each is verified in its first stage', async () => {
    answers = {
      web: [
        404,
        { stages: [] },
        { stages: [{ current: {} }] },
        { stages: [{ verification: {} }] },
        ARRIVED,
      ],
      shop: [503, ARRIVED],
    };
    await wait();
    expect(answers).toEqual({ web: [ARRIVED], shop: [ARRIVED] });
  });

  it('goes on when they never arrive', async () => {
    answers = { web: [ARRIVED], shop: [404] };
    await expect(wait(300)).resolves.toBeUndefined();
  });

  it('ends with the demo', async () => {
    answers = { web: [404], shop: [404] };
    await expect(wait(undefined, AbortSignal.abort())).resolves.toBeUndefined();
  });
});
