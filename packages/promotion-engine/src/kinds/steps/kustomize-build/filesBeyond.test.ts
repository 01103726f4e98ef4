import { Workspace } from '../../../ports/git';
import { filesBeyond } from './filesBeyond';

/** A workspace of these files; what ends in `@` is a symlink. */
function workspaceOf(files: Record<string, string>): Workspace {
  const links = Object.keys(files).flatMap(path =>
    path.endsWith('@') ? [path.slice(0, -1)] : [],
  );
  const stat = async (path: string) => {
    if (links.includes(path)) return 'symlink';
    if (path in files) return 'file';
    return Object.keys(files).some(each => each.startsWith(`${path}/`))
      ? 'directory'
      : undefined;
  };
  const readText = async (path: string) => files[path];
  return { stat, readText } as unknown as Workspace;
}

const beyond = (text: string, more: Record<string, string> = {}) =>
  filesBeyond(
    workspaceOf({
      'a/b/kustomization.yaml': text,
      'a/base/kustomization.yaml': '{}',
      'a/shared.txt': '',
      'a/b/own.txt': '',
      'top.env': '',
      ...more,
    }),
    ['a/b', 'a/base'],
  );

describe('files outside of the directory of a kustomization', () => {
  it.each([
    ['none', 'resources: [../base, own.txt]', []],
    ['a patch', 'patches: [{path: ../shared.txt}]', ['a/shared.txt']],
    [
      'of a generator',
      'configMapGenerator: [{name: x, files: [k=../shared.txt], envs: [../../top.env]}]',
      ['a/shared.txt', 'top.env'],
    ],
    [
      'merged in',
      'secretGenerator: [{<<: {files: [../shared.txt]}}]',
      ['a/shared.txt'],
    ],
    ['missing', 'patches: [{path: ../none.txt}]', []],
  ])('%s', async (_, text, files) => {
    expect(await beyond(text)).toEqual(files);
  });

  const shared = 'patches: [{path: ../shared.txt}]\n';
  it.each([
    ['an absolute path', `${shared}crds: [/etc/passwd]`],
    [
      'an absolute path of a key',
      `${shared}configMapGenerator: [{files: [k=/etc/passwd]}]`,
    ],
    ['a way out of the workspace', `${shared}crds: [../../../etc/passwd]`],
    [
      'a way out in a merge',
      `${shared}configMapGenerator: [{<<: {files: [../../../x]}}]`,
    ],
    ['a way out that is escaped', `${shared}crds: ["\\x2e\\x2e/../../x"]`],
    ['a way up behind a name', `${shared}crds: [link/../../shared.txt]`],
    ['a generator', `${shared}generators: [own.txt]`],
    [
      'a transformer of its own text',
      `${shared}transformers: ["kind: X\\npath: /etc/passwd"]`,
    ],
    ['a validator', `${shared}validators: []`],
  ])('are none with %s', async (_, text) => {
    expect(await beyond(text)).toEqual([]);
  });

  it('are none where a symlink leads to a kustomization', async () => {
    expect(await beyond(shared, { 'a@': '' })).toEqual([]);
    expect(await beyond(shared, { 'a/base@': '' })).toEqual([]);
  });
});
