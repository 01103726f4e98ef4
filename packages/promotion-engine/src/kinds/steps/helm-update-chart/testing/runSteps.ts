import { TestRemote } from '../../../../adapters/git/testing/TestRemote';
import { createPrograms } from '../../../../adapters/programs';
import {
  AnyStepKind,
  Capability,
  RunnableStepKind,
  StepContext,
} from '../../../../registry/step';

export interface StepsWorld {
  remote: TestRemote;
  /** Commit that is checked out at `src`. */
  base: string;
  /** Of the workspaces' directory. */
  name: string;
  sparse: boolean;
  /** Where programs are. */
  path: string;
  pins?: Record<string, string>;
}

/** Runs steps one after the other in a real workspace, and commits what they left. */
export async function runSteps(
  { remote, base, name, sparse, path, pins = {} }: StepsWorld,
  steps: [AnyStepKind, object][],
) {
  const git = remote.adapter(`${name}-${sparse}`, { sparse });
  const workspace = await git.openWorkspace('run');
  const at = { repoURL: remote.url, commit: base, path: 'src' };
  await workspace.checkout(at);
  const context = {
    workspace,
    programs: createPrograms({ path }),
    alias: 'charts',
    now: '2026-01-01T00:00:00.000Z',
    refusal: async () => undefined,
    async pin(input: string, resolve: () => Promise<string>) {
      pins[input] ??= await resolve();
      return pins[input];
    },
  } as unknown as StepContext<Capability>;
  const outcomes = [];
  for (const [step, config] of steps) {
    const kind = step as unknown as RunnableStepKind;
    outcomes.push(await kind.run!(context, kind.schema.parse(config)));
  }
  const made = await workspace.commit({
    path: 'src',
    message: 'Update',
    trailers: {},
    author: { name: 'Ada', email: 'ada@example.com' },
    at: context.now,
  });
  const changes = await workspace.changes('src', { diffs: true });
  return { outcomes, made, changes, workspace };
}
