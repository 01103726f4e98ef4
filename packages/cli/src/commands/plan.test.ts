import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { recordIo } from '../__testUtils__/recordIo';
import { plan } from './plan';

const REPOSITORY = 'https://git.example.com/acme/deploy.git';
const MANIFESTS = `apiVersion: kargo.akuity.io/v1alpha1
kind: Project
metadata: {name: shop}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Warehouse
metadata: {name: web, namespace: shop}
spec:
  subscriptions:
  - image: {repoURL: ghcr.io/acme/web}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata: {name: dev, namespace: shop}
spec:
  requestedFreight:
  - origin: {kind: Warehouse, name: web}
    sources: {direct: true}
  promotionTemplate:
    spec:
      steps:
      - uses: git-clone
        config:
          repoURL: ${REPOSITORY}
          checkout: [{branch: main, path: ./src}]
      - uses: yaml-update
        as: update
        config:
          path: ./src/dev/values.yaml
          updates:
          - {key: image.tag, value: "\${{ quote(imageFrom('ghcr.io/acme/web').Tag) }}"}
      - uses: git-commit
        config: {path: ./src, message: "\${{ outputs.update.commitMessage }}"}
      - uses: git-push
        config: {path: ./src}
`;
const FREIGHT = `apiVersion: kargo.akuity.io/v1alpha1
kind: Freight
metadata: {name: any, namespace: shop}
alias: happy-otter
origin: {kind: Warehouse, name: web}
images: [{repoURL: ghcr.io/acme/web, tag: 1.2.3}]
`;

describe('plan', () => {
  let checkout: string;

  function write(path: string, text: string) {
    const file = join(checkout, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  function git(...args: string[]) {
    return execFileSync('git', ['-C', checkout, ...args], {
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
    });
  }
  beforeEach(() => {
    checkout = mkdtempSync(join(tmpdir(), 'stevedore-plan-test-'));
    git('init', '-q', '-b', 'main');
    git('remote', 'add', 'origin', 'git@git.example.com:acme/deploy.git');
    git('remote', 'add', 'web', REPOSITORY);
    write('dev/values.yaml', 'image:\n  tag: "1.0.0" # kept\n');
    git('add', '.');
    git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-q', '-m', 'x');
    write('delivery/pipeline.yaml', MANIFESTS);
    write('freight.yaml', FREIGHT);
  });
  afterEach(() => rmSync(checkout, { recursive: true }));

  async function run(freight: string[], output: 'text' | 'json' = 'text') {
    const io = recordIo();
    const code = await plan(
      [join(checkout, 'delivery')],
      { stage: 'dev', freight, checkout: [checkout], output },
      io,
    );
    return { code, text: io.stdout };
  }

  it('shows the steps and the difference that the checkout would get, and changes nothing', async () => {
    const before = git('rev-parse', 'HEAD');
    const { code, text } = await run(['ghcr.io/acme/web:1.2.3']);
    expect(code).toBe(0);
    expect(text).toMatch(/update +Succeeded +yaml-update/);
    expect(text).toMatch(/step-4 +planned +git-push/);
    expect(text).toContain('-  tag: "1.0.0" # kept');
    expect(text).toMatch(/^\+ {2}tag: .*1\.2\.3.* # kept$/m);
    expect(git('rev-parse', 'HEAD')).toBe(before);
    expect(git('status', '--porcelain', '--', 'dev')).toBe('');
  });

  it('takes freight from a manifest, and gives the same plan as JSON', async () => {
    const made = await run([join(checkout, 'freight.yaml')], 'json');
    expect(made.code).toBe(0);
    expect(JSON.parse(made.text)).toMatchObject({
      stage: 'dev',
      effects: [{ kind: 'git-push', files: [{ path: 'dev/values.yaml' }] }],
    });
  });

  it('says what would fail', async () => {
    write(
      'delivery/pipeline.yaml',
      MANIFESTS.replace('key: image.tag', 'key: image.gone.deep'),
    );
    const { code, text } = await run(['ghcr.io/acme/web:1.2.3']);
    expect(code).toBe(1);
    expect(text).toMatch(/It would fail: update: .*image\.gone/);
  });

  it.each([
    [
      'an artifact that nobody watches',
      ['ghcr.io/acme/api:1'],
      /ghcr\.io\/acme\/web:<tag>/,
    ],
    ['a file without freight', [__filename], /plan\.test\.ts/],
  ])('refuses %s', async (_, freight, words) => {
    await expect(run(freight)).rejects.toThrow(words);
  });

  it('refuses a directory that is no checkout', async () => {
    const asked = plan(
      [join(checkout, 'delivery')],
      {
        stage: 'dev',
        freight: ['ghcr.io/acme/web:1.2.3'],
        checkout: [tmpdir()],
        output: 'text',
      },
      recordIo(),
    );
    await expect(asked).rejects.toThrow(/is no checkout of Git/);
  });

  it('refuses a stage that is not there', async () => {
    const asked = plan(
      [join(checkout, 'delivery')],
      { stage: 'qa', freight: ['x'], checkout: [checkout], output: 'text' },
      recordIo(),
    );
    await expect(asked).rejects.toThrow(/No definition in .* has a stage qa/);
  });
});
