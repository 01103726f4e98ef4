import { pushImage } from '../registry/pushImage';
import { COMPONENTS, imageOf } from './components';
import { DemoError } from './DemoError';

const USAGE = `Usage: npm run demo:release -- <tag> [${COMPONENTS.join('|')}]`;

/**
 * Pushes the image of a component; it touches nothing but the registry.
 *
 * @param args - the tag, then the component (default `web`)
 * @throws DemoError for arguments that mean nothing, or a silent registry.
 */
export async function publishRelease(
  registry: string,
  args: readonly string[],
): Promise<{ reference: string; digest: string }> {
  const { tag, component } = parseArguments(args);
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

function parseArguments(args: readonly string[]): {
  tag: string;
  component: string;
} {
  const [tag, component = 'web', ...rest] = args;
  if (!tag || rest.length > 0) throw new DemoError(USAGE);
  if (!/^\w[\w.-]{0,127}$/.test(tag)) {
    throw new DemoError(`"${tag}" cannot be the tag of an image. ${USAGE}`);
  }
  if (!COMPONENTS.some(known => known === component)) {
    throw new DemoError(
      `The demo has no component "${component}". It has: ${COMPONENTS.join(
        ', ',
      )}.`,
    );
  }
  return { tag, component };
}
