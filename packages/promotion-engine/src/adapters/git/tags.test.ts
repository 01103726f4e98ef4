import { AT, AUTHOR } from './testing/TestRemote';
import { WorkspaceFixture } from './testing/WorkspaceFixture';

describe('tags', () => {
  let fixture: WorkspaceFixture;
  beforeEach(() => {
    fixture = new WorkspaceFixture();
  });
  afterEach(() => fixture.remote.remove());

  const options = (tag: string) => ({
    path: 'src',
    tag,
    message: 'Release\n\nIt works.  ',
    tagger: { ...AUTHOR, name: 'Ada <x>\n' },
    at: AT,
  });

  it('are objects that nobody sees before they are pushed, and equal for equal input', async () => {
    const { remote } = fixture;
    const git = fixture.adapter('one');
    const workspace = await fixture.open(git, 'run-1');
    const made = await workspace.tag(options('v1'));
    const other = await fixture.open(fixture.adapter('two'), 'run-2');
    expect(await other.tag(options('v1'))).toEqual(made);
    expect(made.commit).toBe(fixture.base);
    expect(await git.refs(remote.url)).toMatchObject({ tags: {} });
    expect(
      await git.pushTag(remote.url, { tag: 'v1', object: made.object }),
    ).toEqual({ status: 'pushed' });
    expect(await git.refs(remote.url)).toMatchObject({
      tags: { v1: made.object },
    });
    remote.git('fetch', '-q', '--tags', 'origin');
    expect(
      remote.git(
        'for-each-ref',
        '--format=%(contents)|%(taggername)|%(taggerdate:unix)',
        'refs/tags/v1',
      ),
    ).toBe(`Release\n\nIt works.\n|Ada x|${Date.parse(AT) / 1000}`);
  });

  it('take along the commits that they lead to', async () => {
    const { remote } = fixture;
    const git = fixture.adapter('one');
    const workspace = await fixture.open(git, 'run-1');
    await workspace.writeText('src/new', 'new\n');
    const { commit } = (await workspace.commit({
      path: 'src',
      message: 'Add it',
      trailers: {},
      author: AUTHOR,
      at: AT,
    }))!;
    const { object } = await workspace.tag(options('nested/v2'));
    await git.pushTag(remote.url, { tag: 'nested/v2', object });
    remote.git('fetch', '-q', '--tags', 'origin');
    expect(remote.git('rev-parse', 'nested/v2^{commit}')).toBe(commit);
    expect(remote.git('rev-parse', 'origin/main')).toBe(fixture.base);
  });

  it('are never moved, and may be pushed again', async () => {
    const { remote } = fixture;
    const git = fixture.adapter('one');
    const workspace = await fixture.open(git, 'run-1');
    const { object } = await workspace.tag(options('v1'));
    await git.pushTag(remote.url, { tag: 'v1', object });
    expect(await git.pushTag(remote.url, { tag: 'v1', object })).toEqual({
      status: 'pushed',
    });
    const again = await workspace.tag({ ...options('v1'), message: 'Other' });
    expect(
      await git.pushTag(remote.url, { tag: 'v1', object: again.object }),
    ).toMatchObject({
      status: 'rejected',
      message: expect.stringContaining('already exists'),
    });
    expect((await git.refs(remote.url)).tags.v1).toBe(object);
  });

  it.each(['../v1', '-v1', 'v 1', 'v1.lock', ''])(
    'cannot be called "%s"',
    async tag => {
      const workspace = await fixture.open(fixture.adapter('one'), 'run-1');
      await expect(workspace.tag(options(tag))).rejects.toThrow(
        `"${tag}" is not a possible tag name`,
      );
    },
  );
});
