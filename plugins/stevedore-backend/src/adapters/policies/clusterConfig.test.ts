import { ConfigReader } from '@backstage/config';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPlatformConfig } from '../platformConfig';
import { clusterWindowsOf, windowsOfCluster } from './clusterWindows';

const YAML = `apiVersion: kargo.akuity.io/v1alpha1
kind: ClusterConfig
metadata:
  name: cluster
spec:
  gitClient:
    name: Release Bot
  promotionWindows:
    - name: year-end
      kind: Deny
      dtstart: '20261220T000000Z'
      dtend: '20270104T000000Z'
    - name: audit
      kind: Deny
      dtstart: '20261101T000000Z'
      dtend: '20261201T000000Z'
      stageSelector: { name: prod }
      projectSelector: { name: 'glob:shop-*', matchLabels: { pci: 'true' } }
`;

describe("the platform's ClusterConfig", () => {
  const folder = mkdtempSync(join(tmpdir(), 'cluster-config-'));
  const path = join(folder, 'cluster.yaml');
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = (text: string) => {
    writeFileSync(path, text);
    const config = new ConfigReader({ stevedore: { clusterConfig: path } });
    return readPlatformConfig(config).clusterConfig!;
  };

  it('has windows for every project that they select, with the file that says so', () => {
    const config = read(YAML);
    const named = (name: string, labels: Record<string, string>) =>
      clusterWindowsOf(config, { name, labels }).map(({ window }) => window);
    expect(named('web', { pci: 'true' })).toEqual([
      expect.objectContaining({ name: 'year-end' }),
    ]);
    expect(named('shop-cart', {})).toHaveLength(1);
    expect(named('shop-cart', { pci: 'true' })).toHaveLength(2);
    expect(
      windowsOfCluster(config).map(({ scope, source, by }) => [
        scope,
        source,
        by,
      ]),
    ).toEqual([
      ['everything', 'platform', path],
      ['prod of the projects glob:shop-* pci=true', 'platform', path],
    ]);
  });

  it('is told what of it is not acted upon', () => {
    expect(read(YAML).warnings).toEqual([
      `${path}: gitClient is not used. Set name, address and signing key of commits in stevedore.git of app-config.yaml.`,
    ]);
  });

  it.each([
    ['kind: Never', YAML.replace('kind: Deny', 'kind: Never'), ':10:'],
    ['a date', YAML.replace('20270104T000000Z', 'soon'), ':9:'],
    ['no ClusterConfig', 'kind: Stage', ':1:'],
  ])('keeps the portal from starting: %s', (_, text, line) => {
    expect(() => read(text)).toThrow(`${path}${line}`);
  });

  it('is missed where there is none', () => {
    const config = new ConfigReader({
      stevedore: { clusterConfig: join(folder, 'other.yaml') },
    });
    expect(() => readPlatformConfig(config)).toThrow(
      /stevedore.clusterConfig names .*other.yaml, which cannot be read/,
    );
  });
});
