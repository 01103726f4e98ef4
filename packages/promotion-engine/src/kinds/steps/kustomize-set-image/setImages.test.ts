import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { setImages } from './setImages';

const web = { image: 'ghcr.io/acme/web', tag: 'v2' };
const digest = `sha256:${'a'.repeat(64)}`;

describe('setImages', () => {
  it.each([
    [
      'changes a tag where it stands',
      '# head\nresources:\n  - ../base # all of it\n\nimages:\n  # the shop\n  - name: ghcr.io/acme/web # main\n    newTag: "v1" # pinned\n',
      '# head\nresources:\n  - ../base # all of it\n\nimages:\n  # the shop\n  - name: ghcr.io/acme/web # main\n    newTag: "v2" # pinned\n',
    ],
    [
      'appends a list in the style of the file',
      'resources:\n  - ../base\n',
      'resources:\n  - ../base\nimages:\n  - name: ghcr.io/acme/web\n    newTag: v2\n',
    ],
    [
      'appends without a line end',
      'kind: Kustomization',
      'kind: Kustomization\nimages:\n- name: ghcr.io/acme/web\n  newTag: v2\n',
    ],
    [
      'fills an empty list',
      'images: []\nkind: Kustomization\n',
      'images:\n- name: ghcr.io/acme/web\n  newTag: v2\nkind: Kustomization\n',
    ],
    [
      'fills null',
      'images:\nkind: K\n',
      'images:\n- name: ghcr.io/acme/web\n  newTag: v2\nkind: K\n',
    ],
    [
      'sorts, and comments move along',
      'images:\n# last\n- name: z\n  newTag: a\n',
      'images:\n- name: ghcr.io/acme/web\n  newTag: v2\n# last\n- name: z\n  newTag: a\n',
    ],
    [
      'keeps blank lines between entries',
      'images:\n- name: a\n  newTag: x\n\n# web\n- name: ghcr.io/acme/web\n  newTag: v1\n',
      'images:\n- name: a\n  newTag: x\n\n# web\n- name: ghcr.io/acme/web\n  newTag: v2\n',
    ],
    [
      'leaves a switched-off entry where it is',
      'resources:\n- a\n# - b\n',
      'resources:\n- a\n# - b\nimages:\n- name: ghcr.io/acme/web\n  newTag: v2\n',
    ],
    [
      'stays before the end of the document',
      '---\nkind: K\n...\n',
      '---\nkind: K\nimages:\n- name: ghcr.io/acme/web\n  newTag: v2\n...\n',
    ],
    [
      'takes out the line of a field that goes',
      'images:\n- newTag: x # t\n  name: ghcr.io/acme/web # w\n  newName: y\n  digest: z\n',
      'images:\n- newTag: v2 # t\n  name: ghcr.io/acme/web # w\n',
    ],
    [
      'turns a digest into a tag',
      `images:\n- name: ghcr.io/acme/web\n  digest: ${digest}\n`,
      'images:\n- name: ghcr.io/acme/web\n  newTag: v2\n',
    ],
    [
      'keeps other documents',
      'kind: A\n---\nkind: B\n',
      'kind: A\nimages:\n- name: ghcr.io/acme/web\n  newTag: v2\n---\nkind: B\n',
    ],
    [
      'keeps a flow list',
      'images: [{name: z, newTag: "1"}] # c\n',
      'images: [{name: ghcr.io/acme/web, newTag: v2}, {name: z, newTag: "1"}] # c\n',
    ],
    [
      'keeps line ends',
      'kind: A\r\n',
      'kind: A\r\nimages:\r\n- name: ghcr.io/acme/web\r\n  newTag: v2\r\n',
    ],
    [
      'leaves an entry alone that is not set',
      'images:\n- name: a\n  tagSuffix: -x # odd\n',
      'images:\n- name: a\n  tagSuffix: -x # odd\n- name: ghcr.io/acme/web\n  newTag: v2\n',
    ],
    [
      'quotes a number that kustomize would refuse',
      'images:\n- name: a\n  newTag: 1.10\n',
      'images:\n- name: a\n  newTag: "1.10"\n- name: ghcr.io/acme/web\n  newTag: v2\n',
    ],
  ])('%s', (_, text, expected) => {
    expect(setImages(text, [web])).toBe(expected);
  });

  const old = 'images:\n- name: web\n  newName: mirror/web\n  newTag: v1\n';
  it.each([
    [
      'loses a new name that is not said again',
      { image: 'web', tag: 'v2' },
      { name: 'web', newTag: 'v2' },
    ],
    [
      'keeps it by *',
      { image: 'web', newName: '*', tag: 'v2' },
      { name: 'web', newName: 'mirror/web', newTag: 'v2' },
    ],
    [
      'keeps a tag by *',
      { image: 'web', newName: 'x', tag: '*' },
      { name: 'web', newName: 'x', newTag: 'v1' },
    ],
    [
      'takes the name before the image',
      { image: 'ghcr.io/a', name: 'web', digest },
      { name: 'web', digest },
    ],
  ])('%s', (_, image, entry) => {
    expect(parse(setImages(old, [image])).images).toEqual([entry]);
  });

  it.each([
    ['', 'the file is empty'],
    ['- a\n', 'not a map'],
    ['images: x\n', 'images of the kustomization is not a list'],
    ['images:\n- x\n', 'an entry of images is not a map'],
    ['a: [\n', 'cannot be read as YAML'],
  ])('refuses %j', (text, message) => {
    expect(() => setImages(text, [web])).toThrow(message);
  });

  it('touches nothing when everything is set', () => {
    const text = `# c\nimages:\n\n- name: ghcr.io/acme/web   # odd\n  newTag: 'v2'\n\n\nkind: K\n`;
    expect(setImages(text, [web])).toBe(text);
  });

  const name = fc.stringMatching(/^[a-z][a-z0-9/.-]{0,8}$/);
  const tag = fc.oneof(
    fc.stringMatching(/^[\w][\w.-]{0,12}$/),
    fc.constantFrom('1', '1.10', 'on', 'null', '1e3', '0x1', 'y', '2024-01-02'),
  );
  const entries = fc.uniqueArray(fc.record({ image: name, tag }), {
    selector: one => one.image,
    maxLength: 6,
  });

  it('leaves exactly what was set, sorted, whatever stood there', () => {
    const rests = fc.constantFrom(
      '',
      'kind: K # k\n',
      'resources:\n  - a\n\n# tail\n',
    );
    fc.assert(
      fc.property(entries, entries, rests, (before, after, rest) => {
        const text = setImages(`apiVersion: v1\n${rest}`, before);
        const result = setImages(text, after);
        const wanted = new Map(
          [...before, ...after].map(one => [one.image, one.tag]),
        );
        const sorted = [...wanted]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, newTag]) => ({ name: key, newTag }));
        expect(parse(result).images ?? []).toEqual(sorted);
        expect(result.startsWith(`apiVersion: v1\n${rest.trimEnd()}`)).toBe(
          true,
        );
        expect(setImages(result, after)).toBe(result);
        expect(parseAllDocuments(result)).toHaveLength(1);
      }),
    );
  });

  it('leaves out an empty name, as Kargo does, and no comment', () => {
    const images = [{ image: 'nginx', tag: '2' }];
    expect(
      setImages("images:\n# all\n- name: '' # none\n  newTag: x\n", images),
    ).toBe(
      'images:\n# all\n- newTag: x # none\n- name: nginx\n  newTag: "2"\n',
    );
  });
});
