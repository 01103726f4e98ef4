import { DemoError } from './DemoError';

interface PortDeclaration {
  /** Environment variable that sets it. */
  readonly variable: string;
  readonly fallback: number;
  /** Who needs it, in a sentence. */
  readonly user: string;
}

/** The ports that examples/ are written for. */
export const PORTS = {
  portal: {
    variable: 'STEVEDORE_DEMO_PORT',
    fallback: 7007,
    user: 'Backstage',
  },
  registry: {
    variable: 'STEVEDORE_DEMO_REGISTRY_PORT',
    fallback: 5055,
    user: 'the image registry',
  },
  git: {
    variable: 'STEVEDORE_DEMO_GIT_PORT',
    fallback: 5056,
    user: 'the Git server',
  },
  cluster: {
    variable: 'STEVEDORE_DEMO_CLUSTER_PORT',
    fallback: 5057,
    user: 'the cluster',
  },
} as const satisfies Record<string, PortDeclaration>;

export type PortName = keyof typeof PORTS;
export type DemoPorts = Readonly<Record<PortName, number>>;

export const PORT_NAMES = Object.keys(PORTS) as PortName[];

/** These stand in images, in Git and in the ledger; the portal's does not. */
const LASTING: PortName[] = ['registry', 'git', 'cluster'];

/**
 * The ports by environment, otherwise those of the last start, otherwise the
 * defaults.
 *
 * @throws DemoError for a port that cannot be, or that the state contradicts.
 */
export function choosePorts(
  environment: NodeJS.ProcessEnv,
  recorded?: DemoPorts,
): DemoPorts {
  const entries = PORT_NAMES.map(name => {
    const { variable, fallback } = PORTS[name];
    const text = environment[variable];
    return [
      name,
      text ? parsePort(variable, text) : recorded?.[name] ?? fallback,
    ];
  });
  const ports: DemoPorts = Object.fromEntries(entries);
  checkDistinct(ports);
  if (recorded) checkLasting(ports, recorded);
  return ports;
}

function parsePort(variable: string, text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new DemoError(
    `${variable}=${text} is not a port: set a number from 1 to 65535.`,
  );
}

function checkDistinct(ports: DemoPorts): void {
  for (const name of PORT_NAMES) {
    const other = PORT_NAMES.find(
      candidate => candidate !== name && ports[candidate] === ports[name],
    );
    if (!other) continue;
    throw new DemoError(
      `Port ${ports[name]} cannot serve both ${PORTS[name].user} and ${PORTS[other].user}: ` +
        `set ${PORTS[name].variable} or ${PORTS[other].variable} to another.`,
    );
  }
}

function checkLasting(ports: DemoPorts, recorded: DemoPorts): void {
  for (const name of LASTING) {
    if (ports[name] === recorded[name]) continue;
    const { user, variable } = PORTS[name];
    throw new DemoError(
      `This demo was made with port ${recorded[name]} for ${user}, and what it released names that port. ` +
        `Start it without ${variable}, or start over with: npm run demo:reset`,
    );
  }
}
