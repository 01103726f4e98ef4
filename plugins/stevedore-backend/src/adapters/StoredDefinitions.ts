import {
  Definitions,
  EntityAnnotation,
  formatPath,
  locateField,
  Project,
  ProjectRow,
  readManifests,
  readOutline,
  ReadOptions,
  RunningDefinition,
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

  async load(name: string): Promise<RunningDefinition | undefined> {
    const row = await this.#store.project(name);
    if (!row || row.files.length === 0) return undefined;
    const known = this.#read.get(name);
    const project =
      known?.digest === row.digest
        ? known.project
        : readerOf(row)(row.files, { ...this.#options, projectName: name })
            .project;
    if (!project) return undefined;
    this.#read.set(name, { digest: row.digest, project });
    const { entityRef, paused, target } = row;
    const placeOf: RunningDefinition['placeOf'] = (object, path) =>
      placeIn(row, object, path);
    return { project, entityRef, paused, placeOf, target };
  }
}

/** What something else runs only has to be readable. */
const readerOf = ({ target }: ProjectRow) =>
  target === undefined ? readManifests : readOutline;

/** Only what the engine runs itself: of the rest it knows nothing, and so leaves it alone. */
export class OwnDefinitions implements Definitions {
  readonly #all: Definitions;

  constructor(all: Definitions) {
    this.#all = all;
  }

  async load(name: string): Promise<RunningDefinition | undefined> {
    const found = await this.#all.load(name);
    return found?.target === undefined ? found : undefined;
  }
}

/** The annotation that a part of the compiled manifests comes from. */
const ANNOTATION = {
  Stage: EntityAnnotation.gitops,
  Warehouse: EntityAnnotation.image,
} as const;

function placeIn(
  { provenance, entityRef, files }: ProjectRow,
  object: { kind: 'Stage' | 'Warehouse'; name: string },
  path: (number | string)[],
): string | undefined {
  if (provenance === 'annotations')
    return `${ANNOTATION[object.kind]} of ${entityRef}`;
  // objects of a cluster have no lines
  if (provenance === 'cluster' || provenance === 'kargo')
    return `${object.kind}/${object.name}, ${formatPath(path)}`;
  const found = locateField(files, object, path);
  return found && `${found.file}, line ${found.line}`;
}
