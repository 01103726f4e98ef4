import { ImageEntry } from './image';
import { AnnotatedPipeline } from './pipeline';

type Step = Record<string, unknown>;

const CHECKOUT = './src';

export function tagOf({ repository }: ImageEntry): string {
  return `imageFrom("${repository.value}").Tag`;
}

/** Clone, write the versions, commit, push. */
export function stageSteps(
  stage: string,
  { gitops, images, updates }: AnnotatedPipeline,
): Step[] {
  const fill = (text: string) => text.replaceAll('{stage}', stage);
  const directory = [CHECKOUT, fill(gitops.path.value)]
    .filter(part => part !== '')
    .join('/');
  const versions = images
    .map(image => `${image.name.value} \${{ ${tagOf(image)} }}`)
    .join(', ');
  return [
    {
      uses: 'git-clone',
      config: {
        repoURL: gitops.repoURL.value,
        checkout: [{ branch: fill(gitops.branch.value), path: CHECKOUT }],
      },
    },
    ...(updates.length > 0
      ? updateSteps(updates, text => `${directory}/${fill(text)}`, fill)
      : [
          {
            uses: 'kustomize-set-image',
            config: { path: directory, images: images.map(kustomizeImage) },
          },
        ]),
    {
      uses: 'git-commit',
      config: { path: CHECKOUT, message: `\${{ ctx.stage }}: ${versions}` },
    },
    { uses: 'git-push', config: { path: CHECKOUT } },
  ];
}

/** Quoted, so that a tag such as 1.10 stays a text. */
function versionOf(image: ImageEntry): string {
  return image.strategy === 'Digest'
    ? `\${{ imageFrom("${image.repository.value}").Digest }}`
    : `\${{ quote(${tagOf(image)}) }}`;
}

function kustomizeImage(image: ImageEntry): Step {
  const field = image.strategy === 'Digest' ? 'digest' : 'tag';
  return { image: image.repository.value, [field]: versionOf(image) };
}

/** One step per file, in the order of first mention. */
function updateSteps(
  updates: AnnotatedPipeline['updates'],
  pathOf: (file: string) => string,
  fill: (text: string) => string,
): Step[] {
  const files = [...new Set(updates.map(({ file }) => file))];
  return files.map(file => ({
    uses: 'yaml-update',
    config: {
      path: pathOf(file),
      updates: updates
        .filter(update => update.file === file)
        .map(({ key, target }) => ({
          key: fill(key),
          value: versionOf(target),
        })),
    },
  }));
}
