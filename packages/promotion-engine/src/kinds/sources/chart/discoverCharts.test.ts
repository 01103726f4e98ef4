import fc from 'fast-check';
import { ChartSubscription } from '../../../model/definition';
import { ChartRepositories } from '../../../ports/charts';
import { OciRegistry } from '../../../ports/registry';
import { sourceContext } from '../../../registry/testing/sourceContext';
import { discoverCharts } from './discoverCharts';
import { selectCharts } from './selectCharts';

const chart = (change: Partial<ChartSubscription>): ChartSubscription => ({
  repoURL: 'https://charts.example.com',
  discoveryLimit: 20,
  insecureSkipTLSVerify: false,
  ...change,
});

describe('discovery of charts', () => {
  it('takes one chart out of the index', async () => {
    const index = new Map([
      ['web', ['1.0.0', 'v2', '1.1.0-rc.1', 'nightly']],
      ['api', ['9.0.0']],
    ]);
    const charts: ChartRepositories = { index: async () => index };
    const context = sourceContext({ charts });
    expect(await discoverCharts(chart({ name: 'web' }), context)).toEqual([
      'v2',
      '1.1.0-rc.1',
      '1.0.0',
    ]);
    expect(await discoverCharts(chart({ name: 'none' }), context)).toEqual([]);
  });

  it('asks the registry for an OCI chart', async () => {
    const asked: string[] = [];
    const oci: Partial<OciRegistry> = {
      listTags: async repoURL => {
        asked.push(repoURL);
        return ['1.0.0', '1.1.0_build.1', 'v3.0.0', '2.0'];
      },
    };
    const context = sourceContext({ oci: oci as OciRegistry });
    const subscription = chart({ repoURL: 'oci://ghcr.io/acme/charts/web' });
    expect(await discoverCharts(subscription, context)).toEqual([
      '1.1.0+build.1',
      '1.0.0',
    ]);
    expect(asked).toEqual(['ghcr.io/acme/charts/web']);
  });

  it('chooses the same whatever the order, when no version is there twice', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^v?[0-3](\.[0-3]){0,2}(-a|\+b)?$/)),
        fc.boolean(),
        (versions, oci) => {
          const rules = chart(oci ? { repoURL: 'oci://r/x' } : {});
          const chosen = selectCharts(rules, versions);
          expect(selectCharts(rules, [...versions].reverse())).toEqual(chosen);
          expect(chosen.length).toBeLessThanOrEqual(20);
        },
      ),
    );
  });
});
