import { errored, failed } from '../../../model/outcome';
import { Workspace } from '../../../ports/git';
import { defineStep } from '../../../registry/step';
import { kustomizeSetImageExamples } from './examples';
import {
  KustomizeImage,
  KustomizeSetImageConfig,
  kustomizeSetImageSchema,
} from './schema';
import { setImages } from './setImages';

/** Names that kustomize accepts, in its order. */
const FILES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** Kargo's `kustomize-set-image`: sets images in the one kustomization of a directory. */
export const kustomizeSetImageStep = defineStep<
  KustomizeSetImageConfig,
  'workspace'
>({
  id: 'kustomize-set-image',
  effect: 'workspace',
  schema: kustomizeSetImageSchema,
  capabilities: ['workspace'],
  examples: kustomizeSetImageExamples,
  async run({ workspace, collection }, config) {
    const found = await kustomizations(workspace, config.path);
    if (found.length === 0)
      return errored(
        `kustomize-set-image: ${config.path} has no kustomization.yaml`,
        true,
      );
    if (found.length > 1)
      return failed(
        `kustomize-set-image: ${
          config.path
        } has more than one kustomization: ${found.join(', ')}`,
      );
    const images: KustomizeImage[] =
      config.images ?? freightImages(collection.items);
    const file = `${config.path.replace(/\/$/, '')}/${found[0]}`;
    const before = await workspace.readText(file);
    const after = setImages(before, images);
    if (after !== before) await workspace.writeText(file, after);
    return {
      status: 'succeeded',
      output: { commitMessage: messageOf(config.path, images) },
    };
  },
});

async function kustomizations(
  workspace: Workspace,
  path: string,
): Promise<string[]> {
  const found: string[] = [];
  for (const name of FILES) {
    if ((await workspace.stat(`${path.replace(/\/$/, '')}/${name}`)) === 'file')
      found.push(name);
  }
  return found;
}

/** Without a list, every image of the freight is set by its tag. */
function freightImages(
  items: Record<
    string,
    { images: { repoURL: string; tag: string; digest: string }[] }
  >,
): KustomizeImage[] {
  return Object.values(items)
    .flatMap(item => item.images)
    .map(({ repoURL, tag, digest }) =>
      tag ? { image: repoURL, tag } : { image: repoURL, digest },
    );
}

function messageOf(path: string, images: KustomizeImage[]): string {
  const lines = images.map(
    each =>
      `- ${each.newName && each.newName !== '*' ? each.newName : each.image}${
        each.tag ? `:${each.tag}` : `@${each.digest}`
      }`,
  );
  if (lines.length === 1)
    return `Updated ${path} to use new image\n\n${lines[0]}`;
  return `Updated ${path} to use new images\n\n${lines.join('\n')}`;
}
