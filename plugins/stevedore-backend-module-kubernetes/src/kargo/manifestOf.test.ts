import fc from 'fast-check';
import { parse } from 'yaml';
import { STAGES } from './kargoKinds';
import { manifestOf } from './manifestOf';

const read = (object: Parameters<typeof manifestOf>[1]) =>
  parse(manifestOf(STAGES, object).text, { version: '1.1' });

describe('manifestOf', () => {
  it('leaves out what the API server, controllers and tools write', () => {
    const object = {
      metadata: {
        name: 'prod',
        namespace: 'shop',
        uid: 'u',
        resourceVersion: '7',
        generation: 2,
        labels: { tier: 'live' },
        annotations: {
          'stevedore.dev/approvals': '1 of owner',
          'kargo.akuity.io/color': 'red',
          'kargo.akuity.io/refresh': 'now',
          'kubectl.kubernetes.io/last-applied-configuration': '{}',
        },
      },
      spec: { vars: [] },
      status: { phase: 'Ready' },
    };
    expect(manifestOf(STAGES, object).name).toBe('Stage/prod.yaml');
    expect(read(object)).toEqual({
      apiVersion: 'kargo.akuity.io/v1alpha1',
      kind: 'Stage',
      metadata: {
        name: 'prod',
        namespace: 'shop',
        labels: { tier: 'live' },
        annotations: {
          'stevedore.dev/approvals': '1 of owner',
          'kargo.akuity.io/color': 'red',
        },
      },
      spec: { vars: [] },
    });
  });

  it('is read again as the values it was made of', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('yes', '1:30', '2026-01-01', '0x1f', '~', '*a', '<<'),
    );
    fc.assert(
      fc.property(fc.dictionary(text, text), config => {
        const spec = { config };
        expect(read({ metadata: { name: 'a' }, spec }).spec).toEqual(spec);
      }),
    );
  });
});
