import { splitSources } from './splitSources';

const RENDERED = `---
# Source: web/templates/service.yaml
kind: Service
text: |
  a
---
# Source: web/charts/db/templates/service.yaml
kind: Service
---
# Source: web/templates/service.yaml
kind: ServiceAccount
---
`;

describe('splitSources', () => {
  it.each([
    [
      { layout: 'helm' as const },
      ['web/templates/service.yaml', 'web/charts/db/templates/service.yaml'],
    ],
    [
      { layout: 'helm' as const, releaseName: 'blue' },
      ['blue/templates/service.yaml', 'blue/charts/db/templates/service.yaml'],
    ],
    [{ layout: 'flat' as const }, ['service.yaml']],
  ])('%j', (layout, names) => {
    const files = splitSources(RENDERED, layout);
    expect([...files.keys()]).toEqual(names);
    const all = [...files.values()].join('');
    expect(all.match(/^kind: /gm)).toHaveLength(3);
  });

  it('keeps the manifests of one source together, with what they say they are from', () => {
    const files = splitSources(RENDERED, { layout: 'helm' });
    expect(files.get('web/templates/service.yaml')).toBe(
      '---\n# Source: web/templates/service.yaml\nkind: Service\ntext: |\n  a\n' +
        '---\n# Source: web/templates/service.yaml\nkind: ServiceAccount\n',
    );
  });

  it.each(['../../evil.yaml', 'a/../../evil.yaml', '/etc/evil.yaml'])(
    'does not follow %s',
    source => {
      expect(() =>
        splitSources(`---\n# Source: ${source}\nkind: X\n`, { layout: 'helm' }),
      ).toThrow(`a manifest claims to be from ${source}`);
    },
  );
});
