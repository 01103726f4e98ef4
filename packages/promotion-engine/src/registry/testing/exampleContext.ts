import { FreightReference } from '../../model/freight';
import { noTranscript } from '../../ports/transcript';
import { Capabilities, Capability, StepContext, StepExample } from '../step';

const FREIGHT: FreightReference = {
  name: 'f5f87aa23c9e97f43eb83dd63768ee41f5ba3766',
  origin: { kind: 'Warehouse', name: 'web' },
  commits: [],
  images: [
    {
      repoURL: 'ghcr.io/acme/web',
      tag: '1.1.0',
      digest: `sha256:${'1'.repeat(64)}`,
    },
  ],
  charts: [],
  artifacts: [],
};

/** What a step of an example knows of its run; nothing of it changes from one execution to the next. */
export function exampleContext(
  example: StepExample,
  tools: Capabilities,
): (alias: string) => StepContext<Capability> {
  const freight = { ...FREIGHT, ...example.freight };
  const pins: Record<string, string> = {};
  const shared = { commits: {} };
  return alias => ({
    ...tools,
    promotion: {
      name: 'dev.01kamcwpd0000000000000000.f5f87aa',
      project: 'web',
      stage: 'dev',
    },
    requester: 'user:default/ada',
    alias,
    failures: 0,
    freight,
    collection: { id: freight.name, items: { 'Warehouse/web': freight } },
    identity: { name: 'Stevedore', email: 'stevedore@localhost' },
    now: '2026-01-01T00:00:00.000Z',
    async pin(input, resolve) {
      pins[input] ??= await resolve();
      return pins[input];
    },
    refusal: async () => undefined,
    log: async () => undefined,
    transcript: noTranscript,
    signal: new AbortController().signal,
    shared,
  });
}
