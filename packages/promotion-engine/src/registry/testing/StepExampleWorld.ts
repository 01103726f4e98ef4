import { TestRemote } from '../../adapters/git/testing/TestRemote';
import { StepOutcome } from '../../model/outcome';
import { Workspace } from '../../ports/git';
import { Programs } from '../../ports/programs';
import { Registry } from '../registry';
import {
  Capability,
  EXAMPLE_COMMIT,
  EXAMPLE_REPOSITORY,
  ExampleFiles,
  RunnableStepKind,
  EXAMPLE_START,
  StepContext,
  StepExample,
} from '../step';
import { exampleArtifacts } from './exampleArtifacts';
import { exampleContext } from './exampleContext';
import { exampleHttp } from './exampleHttp';
import { examplePrograms } from './examplePrograms';

export interface ExampleResult {
  outcome: StepOutcome;
  /** Every file outside the checkout, and what changed inside it. */
  files: Record<string, string | null>;
  /** Commit of everything below `src`; equal trees give equal commits. */
  commit?: string;
}

/** A real repository and real workspaces for one example. */
export class StepExampleWorld {
  readonly #remote = new TestRemote();
  readonly #registry: Registry;
  readonly #example: StepExample;
  readonly #tracked: ExampleFiles;
  readonly #start: Record<string, string> = {};
  #ran = false;

  constructor(registry: Registry, example: StepExample) {
    this.#registry = registry;
    this.#example = example;
    this.#tracked = Object.fromEntries(
      Object.entries(example.files ?? {})
        .filter(([path]) => path.startsWith('src/'))
        .map(([path, content]) => [path.slice('src/'.length), content]),
    );
    this.#fill();
  }

  /** Runs the example in a workspace of its own. */
  async run(
    uses: string,
    options: { sparse: boolean; programs?: Programs },
  ): Promise<ExampleResult> {
    if (this.#ran) this.#restore();
    this.#ran = true;
    const git = this.#remote.adapter(`sparse-${options.sparse}`, {
      sparse: options.sparse,
    });
    const workspace = await git.openWorkspace('example');
    await this.#prepare(workspace);
    const scripted = examplePrograms(this.#example);
    const tools = {
      workspace,
      git,
      http: exampleHttp(this.#example),
      programs: options.programs ?? scripted,
      artifacts: exampleArtifacts(this.#example),
      people: { answers: async () => this.#example.answers ?? [] },
    };
    const make = exampleContext(this.#example, tools);
    for (const [index, step] of (this.#example.earlier ?? []).entries()) {
      const outcome = await this.#step(make(`earlier-${index + 1}`), step);
      if (outcome.status === 'failed')
        throw new Error(`${step.uses}, before the example: ${outcome.message}`);
    }
    const config = this.#example.config;
    const outcome = await this.#step(make('example'), { uses, config });
    tools.http.close();
    if (!options.programs) scripted.close();
    return {
      outcome: this.#inItsWords(outcome),
      ...(await this.#afterwards(workspace)),
    };
  }

  remove(): void {
    this.#remote.remove();
  }

  async #step(
    context: StepContext<Capability>,
    step: { uses: string; config: unknown },
  ): Promise<StepOutcome> {
    const kind = this.#registry.steps.get(step.uses);
    if (!kind) throw new Error(`there is no step ${step.uses}`);
    const text = JSON.stringify(step.config ?? {});
    const config = kind.schema.parse(
      JSON.parse(text.replaceAll(EXAMPLE_REPOSITORY, this.#remote.url)),
    );
    try {
      return await perform(kind, context, config);
    } catch (error) {
      const { message } = error as Error;
      return { status: 'failed', kind: 'Errored', terminal: true, message };
    }
  }

  #fill(): void {
    const branches = this.#example.repository ?? { main: this.#tracked };
    for (const [branch, files] of Object.entries(branches)) {
      if (Object.keys(files).length === 0) continue;
      if (Object.keys(this.#start).length > 0 || branch !== 'main') {
        this.#remote.git('checkout', '-q', '--orphan', branch);
        this.#remote.git('rm', '-rfq', '--ignore-unmatch', '.');
      }
      for (const [path, content] of Object.entries(files))
        this.#remote.write(path, content as string | Buffer);
      this.#start[branch] = this.#remote.push(`files of ${branch}`);
    }
  }

  /** The repository as it was, whatever an execution before pushed. */
  #restore(): void {
    if (Object.keys(this.#start).length === 0) return;
    const refs = ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*'];
    this.#remote.git('push', '-q', '--prune', 'origin', ...refs);
  }

  async #prepare(workspace: Workspace): Promise<void> {
    if (Object.keys(this.#tracked).length > 0)
      await workspace.checkout({
        repoURL: this.#remote.url,
        commit: this.#start.main,
        branch: 'main',
        path: 'src',
      });
    for (const [path, content] of Object.entries(this.#example.files ?? {}))
      if (!path.startsWith('src/'))
        await workspace.writeBytes(path, Buffer.from(content));
  }

  async #afterwards(
    workspace: Workspace,
  ): Promise<Pick<ExampleResult, 'files' | 'commit'>> {
    const files: Record<string, string | null> = {};
    const read = async (path: string) => {
      files[path] = await workspace.readText(path);
    };
    const tracked = Object.keys(this.#tracked).length > 0;
    for (const path of await filesBelow(workspace, '', tracked))
      await read(path);
    for (const path of Object.keys(this.#example.after ?? {}))
      if (!(path in files) && (await workspace.stat(path)) === 'file')
        await read(path);
    if (!tracked) return { files };
    // only what is committed counts as a change
    await workspace.commit({
      path: 'src',
      message: 'what the example left',
      trailers: {},
      author: { name: 'Example', email: 'example@localhost' },
      at: '2026-01-01T00:00:00Z',
    });
    for (const { path, newBlob } of await workspace.changes('src', {
      diffs: false,
    })) {
      if (newBlob) await read(`src/${path}`);
      else files[`src/${path}`] = null;
    }
    return { files, commit: (await workspace.describeCheckout('src')).head };
  }

  /** The outcome with the example's address and without commit ids, which nobody can know before. */
  #inItsWords(outcome: StepOutcome): StepOutcome {
    const starts = Object.values(this.#start);
    const text = JSON.stringify(outcome)
      .replaceAll(this.#remote.url, EXAMPLE_REPOSITORY)
      .replace(/\b[0-9a-f]{40}\b/g, id =>
        starts.includes(id) ? EXAMPLE_START : EXAMPLE_COMMIT,
      );
    return JSON.parse(text);
  }
}

async function perform(
  kind: RunnableStepKind,
  context: StepContext<Capability>,
  config: unknown,
): Promise<StepOutcome> {
  if (!kind.external) return kind.run!(context, config);
  const described = await kind.external.describe(context, config);
  if (described.status !== 'planned') return described;
  const intent = await kind.external.intend(context, config);
  return kind.external.attempt(context, config, intent);
}

/** Files outside the checkout at `src`, with a look at every directory. */
async function filesBelow(
  workspace: Workspace,
  directory: string,
  tracked: boolean,
): Promise<string[]> {
  const found: string[] = [];
  for (const name of await workspace.list(directory || '.')) {
    const path = directory ? `${directory}/${name}` : name;
    if (tracked && path === 'src') continue;
    const kind = await workspace.stat(path);
    if (kind === 'directory')
      found.push(...(await filesBelow(workspace, path, tracked)));
    else if (kind === 'file') found.push(path);
  }
  return found;
}
