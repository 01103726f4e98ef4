import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { createPrograms } from './createPrograms';

/** Whether there is such a process; one that ended and that nobody asked for its code is none. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const state = `/proc/${pid}/stat`;
  return !existsSync(state) || !/\) Z /.test(readFileSync(state, 'utf8'));
}

async function eventually(check: () => boolean): Promise<void> {
  while (!check()) await new Promise(resolve => setTimeout(resolve, 20));
}

/** Executables of our own on a PATH of our own: what is tested is the way to them, not they. */
describe('programs', () => {
  let bin: string;
  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), 'stevedore-bin-'));
  });
  afterEach(() => rmSync(bin, { recursive: true, force: true }));

  function put(name: string, script: string): void {
    writeFileSync(
      join(bin, name),
      `#!${process.execPath}\nconst args = process.argv.slice(2);\n${script}\n`,
    );
    chmodSync(join(bin, name), 0o755);
  }

  const run = {
    args: ['a b', '$(id)', '-x'],
    directory: tmpdir(),
    timeoutMs: 20_000,
  };

  it('get their arguments as they are, without a shell', async () => {
    put('helm', 'process.stdout.write(JSON.stringify([args, process.cwd()]))');
    const printed = await createPrograms({ path: bin }).run('helm', run);
    expect(JSON.parse(printed)).toEqual([run.args, tmpdir()]);
  });

  it('kustomize is preferred to kubectl, which does as well', async () => {
    put('kubectl', 'process.stdout.write("kubectl " + args.join(" "))');
    const programs = createPrograms({ path: bin });
    const args = { ...run, args: ['.'] };
    expect(await programs.run('kustomize', args)).toBe('kubectl kustomize .');
    put('kustomize', 'process.stdout.write("kustomize " + args.join(" "))');
    expect(await programs.run('kustomize', args)).toBe('kustomize build .');
  });

  it('are missed with a sentence that says what to install', async () => {
    const programs = createPrograms({ path: bin });
    await expect(programs.run('helm', run)).rejects.toMatchObject({
      name: 'ProgramError',
      retryable: false,
      message:
        'There is no helm on this machine: install Helm 3 or newer where the backend runs, on its PATH.',
    });
    await expect(programs.run('kustomize', run)).rejects.toThrow(
      'There is no kustomize on this machine: install kustomize 5 or newer, or kubectl where',
    );
  });

  it('are reported, with their versions', async () => {
    put(
      'kubectl',
      'console.log("Client Version: v1.32.4\\nKustomize Version: v5.5.0")',
    );
    expect(await createPrograms({ path: bin }).report()).toEqual([
      {
        program: 'helm',
        sentence:
          'There is no helm on this machine: install Helm 3 or newer where the backend runs, on its PATH. Until then helm-template and charts in kustomize-build cannot run.',
      },
      {
        program: 'kustomize',
        found: 'kubectl kustomize v5.5.0',
        sentence: 'Steps that need kustomize use kubectl kustomize v5.5.0.',
      },
    ]);
  });

  it('see nothing of this process, and have a home that goes away', async () => {
    put('helm', 'process.stdout.write(JSON.stringify(process.env))');
    process.env.STEVEDORE_TEST_SECRET = 'hidden';
    try {
      const text = await createPrograms({ path: bin }).run('helm', run);
      const seen = JSON.parse(text);
      expect(text).not.toContain('hidden');
      expect(seen.HELM_PLUGINS.startsWith(seen.HOME)).toBe(true);
      expect(seen.HTTPS_PROXY).toBe('http://127.0.0.1:9');
      expect(existsSync(seen.HOME)).toBe(false);
      const open = await createPrograms({ path: bin }).run('helm', {
        ...run,
        network: true,
      });
      expect(JSON.parse(open).HTTPS_PROXY).not.toBe('http://127.0.0.1:9');
    } finally {
      delete process.env.STEVEDORE_TEST_SECRET;
    }
  });

  it('fail with what they said last, without the path of the workspace', async () => {
    put(
      'helm',
      'console.error(`Error: ${process.cwd()}/chart is no chart`); process.exit(1)',
    );
    await expect(
      createPrograms({ path: bin }).run('helm', run),
    ).rejects.toMatchObject({
      retryable: true,
      message: 'helm failed: Error: chart is no chart',
    });
  });

  it('are ended when they take too long, with what they started', async () => {
    const mark = join(bin, 'mark');
    put(
      'helm',
      `const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      require('fs').writeFileSync(${JSON.stringify(mark)}, String(child.pid));
      setInterval(() => {}, 1000)`,
    );
    await expect(
      createPrograms({ path: bin }).run('helm', { ...run, timeoutMs: 4_000 }),
    ).rejects.toThrow('helm took longer than 4 s');
    const child = Number(readFileSync(mark, 'utf8'));
    // ends with the test's own limit when somebody of the group is left
    await eventually(() => !runs(child));
  });

  it('are ended when they print too much, and when nobody waits any more', async () => {
    put(
      'helm',
      'setInterval(() => process.stdout.write("x".repeat(10000)), 1)',
    );
    const programs = createPrograms({ path: bin, largestOutput: 50_000 });
    await expect(programs.run('helm', run)).rejects.toMatchObject({
      retryable: false,
      message: 'helm printed more than 50000 bytes',
    });
    const controller = new AbortController();
    put('helm', 'setInterval(() => {}, 1000)');
    const waiting = programs.run('helm', { ...run, signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toThrow('helm was interrupted');
  });

  it('are never taken from where the process is', async () => {
    put('helm', 'process.stdout.write("here")');
    const programs = createPrograms({ path: `:.:${bin}x` });
    await expect(
      programs.run('helm', { ...run, directory: bin }),
    ).rejects.toThrow('There is no helm');
  });
});
