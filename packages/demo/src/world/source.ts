import { join } from 'node:path';
import { writeHistory } from '../git/commitFiles';
import { initBareRepository } from '../git/createBareRepository';
import { runGit } from '../git/runGit';
import { addressOf } from './addresses';
import { DemoWorld } from './buildConfig';
import { SOURCE } from './components';

const HOUR_MS = 3_600_000;
const ADA = 'Ada Lovelace <ada@example.com>';
const LIN = 'Lin Chen <lin@acme.example>';

/** What was worked on, oldest first; each release has two more of these commits than the one before. */
const HISTORY: readonly [author: string, message: string][] = [
  [ADA, 'Show the harbour on a map'],
  [LIN, 'HAR-3 Say when a ship arrives'],
  [ADA, 'HAR-7 Sort ships by their berth\n\nAsked for by the pilots.'],
  [LIN, 'Read tides from the gauge'],
  [LIN, 'HAR-9 Warn of low water'],
  [ADA, 'Keep the map where it was after a reload'],
  [ADA, 'HAR-12 Let pilots claim a ship'],
  [LIN, 'Answer in the language of the browser'],
  [LIN, 'HAR-15 Print the list of berths'],
  [ADA, 'Say why a berth is closed'],
  [ADA, 'HAR-18 Tell pilots of a change by mail'],
  [LIN, 'Draw the map twice as fast'],
];
const COMMITS_IN_RELEASE = 2;

/** Makes the repository that images say they were made from, with a tag for each release, unless it is there. */
export async function seedSource({
  layout,
}: Pick<DemoWorld, 'layout'>): Promise<void> {
  const path = pathOf({ layout });
  if ((await releases(path).catch(() => [])).length > 0) return;
  await initBareRepository(layout.git, SOURCE);
  const now = Date.now();
  const commits = HISTORY.map(([author, message], index) => {
    const release = (index + 1) / COMMITS_IN_RELEASE;
    return {
      ...{ author, message },
      files: { [`changes/${index + 1}.md`]: `${message}\n` },
      at: now - (HISTORY.length - index) * HOUR_MS,
      tag: Number.isInteger(release) ? `release-${release}` : undefined,
    };
  });
  await writeHistory(path, commits);
}

/** What the first image of every component says it was made from. */
export async function firstSource(
  world: Pick<DemoWorld, 'layout' | 'ports'>,
): Promise<Record<string, string>> {
  const url = `${addressOf(world.ports.git)}/${SOURCE}`;
  return annotations(url, await releases(pathOf(world)), 1);
}

/**
 * What an image says it was made from, as a CI would write it.
 * @param gitops - address of a repository on the same server, with name and password
 * @param release - 1 for the first; those after the last commit are made from it again
 */
export async function sourceOfRelease(
  gitops: string,
  release: number,
): Promise<Record<string, string>> {
  const { origin, username, password } = new URL(gitops);
  const url = `${origin}/${SOURCE}`;
  // in the environment: what stands on a command line is in a list of processes
  const login = Buffer.from(`${username}:${password}`).toString('base64');
  const header = `Authorization: Basic ${login}`;
  const config = { 'http.extraHeader': header };
  return annotations(url, await releases(url, config), release);
}

const pathOf = ({ layout }: Pick<DemoWorld, 'layout'>) =>
  join(layout.git, `${SOURCE}.git`);

/** Commits by release, the first first. */
async function releases(
  remote: string,
  config: Record<string, string> = {},
): Promise<string[]> {
  const args = ['ls-remote', '--refs', remote, 'refs/tags/release-*'];
  const lines = (await runGit(args, { config })).split('\n').filter(Boolean);
  const found: string[] = [];
  for (const line of lines) {
    const [commit, ref] = line.split('\t');
    found[Number(ref.split('-').pop()) - 1] = commit;
  }
  return found;
}

function annotations(
  source: string,
  commits: readonly string[],
  release: number,
): Record<string, string> {
  return {
    'org.opencontainers.image.source': source,
    'org.opencontainers.image.revision':
      commits[Math.min(release, commits.length) - 1],
  };
}
