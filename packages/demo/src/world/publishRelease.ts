import { pushImage } from '../registry/pushImage';
import { componentsOf, imageOf } from './components';
import { DemoError } from './DemoError';
import { DemoAddresses } from './ready';
import { sourceOfRelease } from './source';

/**
 * Pushes the image of a component, which says which commit it was made from; it touches nothing but the registry.
 *
 * @param args - the tag, then the component (default `web`)
 * @throws DemoError for arguments that mean nothing, or a silent registry.
 */
export async function publishRelease(
  {
    registry,
    gitops,
    kubernetes,
  }: Pick<DemoAddresses, 'gitops' | 'registry' | 'kubernetes'>,
  args: readonly string[],
): Promise<{ reference: string; digest: string }> {
  const known = componentsOf({ kubernetes }).map(({ name }) => name);
  const { tag, component } = parseArguments(args, known);
  const repository = imageOf(component);
  const before = await tagsOf(registry, repository).catch(noAnswer(registry));
  const { digest } = await pushImage(registry, {
    repository,
    tag,
    labels: { 'org.opencontainers.image.title': component },
    annotations: await sourceOfRelease(gitops, before.length + 1),
  }).catch(noAnswer(registry));
  return {
    reference: `${new URL(registry).host}/${repository}:${tag}`,
    digest,
  };
}

async function tagsOf(registry: string, repository: string): Promise<string[]> {
  const response = await fetch(`${registry}/v2/${repository}/tags/list`);
  return response.ok ? (await response.json()).tags : [];
}

const noAnswer =
  (registry: string) =>
  (error: unknown): never => {
    if (!(error instanceof TypeError)) throw error;
    throw new DemoError(
      `No answer from the registry at ${registry}. Is the demo still running? Start it with: npm run demo`,
    );
  };

function parseArguments(
  args: readonly string[],
  known: readonly string[],
): { tag: string; component: string } {
  const usage = `Usage: npm run demo:release -- <tag> [${known.join('|')}]`;
  const [tag, component = 'web', ...rest] = args;
  if (!tag || rest.length > 0) throw new DemoError(usage);
  if (!/^\w[\w.-]{0,127}$/.test(tag)) {
    throw new DemoError(`"${tag}" cannot be the tag of an image. ${usage}`);
  }
  if (!known.includes(component)) {
    throw new DemoError(
      `The demo has no component "${component}". It has: ${known.join(', ')}.`,
    );
  }
  return { tag, component };
}
