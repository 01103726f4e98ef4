import { pushImage, Registry, startRegistry } from '@stevedore/demo';
import { createOciArtifacts } from '../../../adapters/oci';
import {
  Capability,
  RunnableStepKind,
  StepContext,
} from '../../../registry/step';
import { ociPushStep } from '.';

/** What a crash leaves is known again by the destination's digest. */
describe('oci-push after a crash', () => {
  let registry: Registry;
  beforeEach(async () => {
    registry = await startRegistry({ auth: { type: 'none' } });
  });
  afterEach(() => registry.stop());

  it('recognises what was pushed, and nothing else, though the source moved on', async () => {
    const half = (ociPushStep as unknown as RunnableStepKind).external!;
    const host = new URL(registry.url).host;
    const image = { repository: 'acme/web', tag: '1.1.0' };
    await pushImage(registry.url, {
      ...image,
      created: '2026-01-01T00:00:00Z',
    });
    const config = {
      srcRef: `${host}/acme/web:1.1.0`,
      destRef: `${host}/acme/web:stable`,
      annotations: { 'example.com/by': 'dev' },
    };
    const pins: Record<string, string> = {};
    const context = {
      artifacts: createOciArtifacts({ credentials: () => undefined }),
      alias: 'push',
      refusal: async () => undefined,
      async pin(input: string, resolve: () => Promise<string>) {
        pins[input] ??= await resolve();
        return pins[input];
      },
    } as unknown as StepContext<Capability>;
    const planned = await half.describe(context, config);
    expect(planned).toMatchObject({ status: 'planned' });
    const intent = await half.intend(context, config);
    expect(await half.recognise(context, config, intent)).toEqual({
      status: 'notDone',
    });
    await pushImage(registry.url, {
      ...image,
      created: '2026-02-02T00:00:00Z',
    });
    const done = await half.attempt(context, config, intent);
    expect(done).toMatchObject({
      status: 'succeeded',
      output: { tag: 'stable', digest: intent.digest },
    });
    expect(await half.recognise(context, config, intent)).toMatchObject({
      status: 'done',
      output: { image: `${host}/acme/web:stable`, digest: intent.digest },
    });
    // somebody else's tag is not ours
    await pushImage(registry.url, { ...image, tag: 'stable' });
    expect(await half.recognise(context, config, intent)).toEqual({
      status: 'notDone',
    });
  });

  it('is refused where the destination may not be written', async () => {
    const half = (ociPushStep as unknown as RunnableStepKind).external!;
    const asked: unknown[] = [];
    const context = {
      refusal: async (request: { access: string }) => {
        asked.push(request);
        return request.access === 'write' ? 'may not' : undefined;
      },
    } as unknown as StepContext<Capability>;
    const config = {
      srcRef: 'ghcr.io/acme/web:1',
      destRef: 'oci://ghcr.io/prod/web:2',
    };
    expect(await half.describe(context, config)).toMatchObject({
      status: 'failed',
      message: 'may not',
    });
    expect(asked).toEqual([
      { kind: 'image', url: 'ghcr.io/acme/web', access: 'read' },
      {
        kind: 'chart',
        url: 'oci://ghcr.io/prod/web',
        access: 'write',
        branch: '2',
      },
    ]);
  });
});
