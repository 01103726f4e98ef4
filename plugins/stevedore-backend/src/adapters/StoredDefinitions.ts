import {
  Definitions,
  Project,
  readManifests,
  ReadOptions,
  Store,
} from '@stevedore/promotion-engine';

/** The last good definition of each project, read once for each digest. */
export class StoredDefinitions implements Definitions {
  readonly #read = new Map<string, { digest: string; project: Project }>();
  readonly #store: Pick<Store, 'project'>;
  readonly #options: ReadOptions;

  constructor(store: Pick<Store, 'project'>, options: ReadOptions) {
    this.#store = store;
    this.#options = options;
  }

  async load(
    name: string,
  ): Promise<
    { project: Project; entityRef: string; paused?: string } | undefined
  > {
    const row = await this.#store.project(name);
    if (!row || row.files.length === 0) return undefined;
    const known = this.#read.get(name);
    const project =
      known?.digest === row.digest
        ? known.project
        : readManifests(row.files, { ...this.#options, projectName: name })
            .project;
    if (!project) return undefined;
    this.#read.set(name, { digest: row.digest, project });
    return { project, entityRef: row.entityRef, paused: row.paused };
  }
}
