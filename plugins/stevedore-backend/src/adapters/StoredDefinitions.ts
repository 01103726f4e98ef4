import {
  Definitions,
  EntityAnnotation,
  formatPath,
  locateField,
  Project,
  ProjectRow,
  readManifests,
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
        : readManifests(row.files, { ...this.#options, projectName: name })
            .project;
    if (!project) return undefined;
    this.#read.set(name, { digest: row.digest, project });
    const { entityRef, paused } = row;
    const placeOf: RunningDefinition['placeOf'] = (object, path) =>
      placeIn(row, object, path);
    return { project, entityRef, paused, placeOf };
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
  if (provenance === 'cluster')
    return `${object.kind}/${object.name}, ${formatPath(path)}`;
  const found = locateField(files, object, path);
  return found && `${found.file}, line ${found.line}`;
}
