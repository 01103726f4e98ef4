import { SourceContext } from '../source';

/** What a source works with in a test: the ports that are given, and sightings that remember nothing. */
export function sourceContext(ports: Partial<SourceContext>): SourceContext {
  const missing = (port: string) =>
    new Proxy(
      {},
      {
        get: () => () => Promise.reject(new Error(`this test has no ${port}`)),
      },
    );
  return {
    git: missing('git') as SourceContext['git'],
    oci: missing('oci') as SourceContext['oci'],
    charts: missing('charts') as SourceContext['charts'],
    sightings: {
      look: (_, see) => see(),
      derive: (_, make) => make(),
    },
    now: Date.UTC(2026, 10, 21),
    ...ports,
  };
}
