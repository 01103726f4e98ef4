import { posix } from 'path';
import { parse } from 'yaml';
import { errored } from '../../../model/outcome';
import { Workspace } from '../../../ports/git';
import { defineStep } from '../../../registry/step';
import { isManifestFile, splitDocuments } from '../_shared/documents';
import { runProgram } from '../_shared/runProgram';
import { kustomizeBuildExamples } from './examples';
import { filesBeyond } from './filesBeyond';
import { localSources, usesHelm } from './localSources';
import { Resource, resourceFiles } from './resourceFile';
import { KustomizeBuildConfig, kustomizeBuildSchema } from './schema';

/** Kargo's `kustomize-build`. kustomize reads the workspace and prints; what it printed is written here. */
export const kustomizeBuildStep = defineStep<
  KustomizeBuildConfig,
  'workspace' | 'programs'
>({
  id: 'kustomize-build',
  effect: 'workspace',
  schema: kustomizeBuildSchema,
  capabilities: ['workspace', 'programs'],
  examples: kustomizeBuildExamples,
  async run(context, config) {
    const { workspace } = context;
    const { path, outPath } = config;
    let directories: string[];
    try {
      directories = await localSources(workspace, path);
    } catch (error) {
      if ((error as Error).name === 'PathError') throw error;
      return errored(`kustomize-build: ${(error as Error).message}`, true);
    }
    const beyond = await filesBeyond(workspace, directories);
    const needed = [...directories, ...beyond.map(posix.dirname)];
    for (const each of new Set(needed)) await workspace.materialize(each);
    const helm = await usesHelm(workspace, directories);
    const text = await runProgram(context, {
      program: 'kustomize',
      args: [
        '.',
        ...(beyond.length > 0 ? [UNRESTRICTED] : []),
        ...(helm ? helmArguments(config) : []),
      ],
      path,
    });
    const documents = splitDocuments(text);
    if (isManifestFile(outPath)) {
      await workspace.writeText(outPath, text);
    } else {
      const files = resourceFiles(
        documents.map(resourceOf),
        config.outputFormat ?? 'kargo',
      );
      await writeAll(workspace, outPath, files);
    }
    return {
      status: 'succeeded',
      message: `rendered ${documents.length} resources of ${path}`,
    };
  },
});

/** Files from anywhere; that they are in the workspace was seen. */
const UNRESTRICTED = '--load-restrictor=LoadRestrictionsNone';

function helmArguments({ plugin }: KustomizeBuildConfig): string[] {
  const { apiVersions = [], kubeVersion } = plugin?.helm ?? {};
  return [
    '--enable-helm',
    ...(kubeVersion ? [`--helm-kube-version=${kubeVersion}`] : []),
    ...apiVersions.map(version => `--helm-api-versions=${version}`),
  ];
}

function resourceOf(text: string): Resource {
  const { apiVersion, kind, metadata } = parse(text, { logLevel: 'silent' });
  return {
    apiVersion: String(apiVersion ?? ''),
    kind: String(kind ?? ''),
    name: String(metadata?.name ?? ''),
    namespace: String(metadata?.namespace ?? ''),
    text,
  };
}

async function writeAll(
  workspace: Workspace,
  directory: string,
  files: Map<string, string>,
): Promise<void> {
  for (const [name, content] of files)
    await workspace.writeText(posix.join(directory, name), content);
}
