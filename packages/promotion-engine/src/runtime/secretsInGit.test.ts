import { Leak, SECRET, TOKEN } from './testing/Leak';

jest.setTimeout(120_000);

describe('a secret that would be written into Git', () => {
  let leak: Leak;
  beforeEach(() => {
    leak = new Leak();
  });
  afterEach(() => leak.world.close());

  const clone = (remote: string) =>
    `{uses: git-clone, config: {repoURL: "${remote}", checkout: [{branch: main, path: ./src}]}}`;
  const write = (path = 'dev/values.yaml', text = `a: ${TOKEN}`) =>
    `{uses: file-write, as: write, config: {path: ./src/${path}, overwrite: true, contents: '${text.replaceAll(
      "'",
      "''",
    )}'}}`;
  const commit = (message = 'm') =>
    `{uses: git-commit, as: commit, config: {path: ./src, message: '${message.replaceAll(
      "'",
      "''",
    )}'}}`;
  const push = (branch = '') =>
    `{uses: git-push, config: {path: ./src, targetBranch: '${branch.replaceAll(
      "'",
      "''",
    )}'}}`;
  const tag = `{uses: git-tag, as: tag, config: {path: ./src, tag: v1, message: "${TOKEN}"}}`;
  const cure =
    "would hold secret('s').token, a secret that was read by %; nothing was pushed. Keep it out of Git, or let the platform set mayBeCommitted for it in stevedore.secrets";

  it.each([
    ['a file', [write(), commit()], 'commit: dev/values.yaml', 'write'],
    [
      'a file, encoded',
      [write('dev/new', `x\${{ toBase64(secret('s').token) }}`), commit()],
      'commit: dev/new',
      'write',
    ],
    [
      'a commit message',
      [write(undefined, 'b: 1'), commit(`m ${TOKEN}`)],
      'commit: the message or the author of the commit',
      'commit',
    ],
    ['a tag', [tag], 'tag: the name or the message of the tag', 'tag'],
  ])('is refused: %s', async (_, steps, where, by) => {
    await leak.start(remote => [clone(remote), ...steps, push()]);
    const before = leak.world.file('dev/values.yaml');
    const sentence = `${where} ${cure.replace('%', by)}`;
    expect((await leak.plan()).problem).toBe(sentence);
    const { phase, message } = await leak.promote();
    expect(phase).toBe('Errored');
    expect(message).toContain(sentence);
    expect(leak.world.file('dev/values.yaml')).toBe(before);
  });

  it('is refused as the name of a branch', async () => {
    leak.texts.data.token = 'branch-s3cret';
    await leak.start(remote => [
      clone(remote),
      write(undefined, 'b: 1'),
      commit(),
      push(TOKEN),
    ]);
    expect((await leak.promote()).message).toMatch(
      /git-push: the name of the branch would hold secret\('s'\)\.token, a secret that was read by git-push;/,
    );
    expect(leak.world.remote.git('ls-remote', 'origin')).not.toContain(
      's3cret',
    );
  });

  it('is written where the platform lets it be', async () => {
    leak.texts.mayBeCommitted = true;
    await leak.start(remote => [clone(remote), write(), commit(), push()]);
    expect(await leak.promote()).toMatchObject({ phase: 'Succeeded' });
    expect(leak.world.file('dev/values.yaml')).toContain(SECRET);
    expect(JSON.stringify(await leak.plan())).not.toContain('S3cret');
  });

  it('is none that was there before', async () => {
    await leak.start(remote => [
      clone(remote),
      '{uses: yaml-update, config: {path: ./src/dev/values.yaml, updates: [{key: tag, value: "1"}]}}',
      `{uses: probe, config: {text: "${TOKEN}"}}`,
      commit(),
      push(),
    ]);
    const { remote } = leak.world;
    remote.write('dev/values.yaml', `other: '${SECRET}'\ntag: "0"\n`);
    remote.push('somebody wrote it');
    expect(await leak.promote()).toMatchObject({ phase: 'Succeeded' });
  });
});
