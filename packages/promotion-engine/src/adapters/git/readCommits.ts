import { gitEnvironment } from './environment';
import { explainFailure } from './explainFailure';
import { Mirror } from './Mirror';
import { runText } from './textCommand';

export interface CommitsQuery<Field extends string> {
  /** What is done, for the sentence of a failure: `read the history of`. */
  what: string;
  /** Placeholders of `git log --format`. */
  fields: Record<Field, string>;
  /** Which commits, and in which order. */
  range: string[];
  /** Only commits that touched one of these, letter by letter. */
  paths?: string[];
}

/** What `git log` says of commits of the mirror, field by field. @throws GitError */
export async function readCommits<Field extends string>(
  mirror: Mirror,
  { what, fields, range, paths = [] }: CommitsQuery<Field>,
): Promise<Record<Field, string>[]> {
  await mirror.ready();
  const names = Object.keys(fields) as Field[];
  const format = names.map(name => fields[name]).join('%x00');
  const printed = await runText(mirror.context, {
    gitDir: mirror.gitDir,
    environment: gitEnvironment(mirror.context),
    args: [
      '--literal-pathspecs',
      'log',
      '-z',
      '--no-show-signature',
      '--no-mailmap',
      '--encoding=UTF-8',
      `--format=${format}`,
      ...range,
      '--',
      ...paths,
    ],
  }).catch(error => {
    throw explainFailure(what, mirror.remote.url, error);
  });
  // no name, message or trailer has the character that separates them
  const values = printed.split('\0');
  return Array.from({ length: Math.floor(values.length / names.length) }).map(
    (_, record) =>
      Object.fromEntries(
        names.map((name, at) => [name, values[record * names.length + at]]),
      ) as Record<Field, string>,
  );
}
