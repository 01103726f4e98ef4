import { pushImage } from '../registry/pushImage';
import { componentsOf, imageOf } from './components';
import { DemoError } from './DemoError';
import { DemoAddresses } from './ready';

/**
 * Pushes the image of a component; it touches nothing but the registry.
 *
 * @param args - the tag, then the component (default `web`)
 * @throws DemoError for arguments that mean nothing, or a silent registry.
 */
export async function publishRelease(
  { registry, kubernetes }: Pick<DemoAddresses, 'registry' | 'kubernetes'>,
  args: readonly string[],
): Promise<{ reference: string; digest: string }> {
  const known = componentsOf({ kubernetes }).map(({ name }) => name);
  const { tag, component } = parseArguments(args, known);
  const repository = imageOf(component);
  const { digest } = await pushImage(registry, {
    repository,
    tag,
    labels: { 'org.opencontainers.image.title': component },
  }).catch(error => {
    if (!(error instanceof TypeError)) throw error;
    throw new DemoError(
      `No answer from the registry at ${registry}. Is the demo still running? Start it with: npm run demo`,
    );
  });
  return {
    reference: `${new URL(registry).host}/${repository}:${tag}`,
    digest,
  };
}

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
