import { dirname, join } from 'node:path';
import {
  AnnotatedEntity,
  annotationPositions,
  builtInKinds,
  createRegistry,
  definitionOf,
  EntityAnnotation,
  ManifestFile,
  Problem,
  Project,
  readManifests,
  ReadOptions,
  readOptionsOf,
} from '@stevedore/promotion-engine';
import { collectFiles } from './collectFiles';
import { readEntities } from './readEntities';

/** One definition among the files: of a component, or of manifests that no component points at. */
export interface FoundDefinition {
  /** The component's entity ref, or `manifests`. */
  name: string;
  /** Where it is written, for problems without a place. */
  file: string;
  /** Present when it may go live. */
  project?: Project;
  /** False when annotations are wrong: then there are no manifests to judge. */
  hasManifests: boolean;
  /** Its manifests; none where annotations make them. */
  files: ManifestFile[];
  problems: Problem[];
}

const builtIn = readOptionsOf(createRegistry(builtInKinds()));

/**
 * Reads what the paths define, as the backend would.
 * @param moreSteps - ids of steps that a module of the backend brings; their configuration is checked where it is Kargo's
 * @throws Error for a path that cannot be read
 */
export async function readDefinitions(
  paths: string[],
  moreSteps: readonly string[] = [],
): Promise<FoundDefinition[]> {
  const options = optionsWith(moreSteps);
  const files = await collectFiles(paths);
  const catalogs = files.filter(isCatalog);
  const definitions: FoundDefinition[] = [];
  const taken = new Set<string>();
  for (const catalog of catalogs) {
    const { entities, problems } = readEntities(catalog.text, catalog.name);
    if (problems.length > 0) {
      definitions.push({
        name: catalog.name,
        file: catalog.name,
        hasManifests: false,
        files: [],
        problems,
      });
    }
    for (const entity of entities) {
      const manifests = await manifestsOf(entity, catalog.name);
      manifests?.forEach(({ name }) => taken.add(name));
      definitions.push(ofEntity(entity, catalog, { manifests, options }));
    }
  }
  const loose = files.filter(
    file => !catalogs.includes(file) && !taken.has(file.name),
  );
  return loose.length === 0
    ? definitions
    : [
        ...definitions,
        {
          name: 'manifests',
          file: loose[0].name,
          hasManifests: true,
          files: loose,
          ...readManifests(loose, options),
        },
      ];
}

function optionsWith(moreSteps: readonly string[]): ReadOptions {
  const more = moreSteps.map(id => [id, builtIn.unavailableSteps?.[id]]);
  return {
    ...builtIn,
    steps: { ...builtIn.steps, ...Object.fromEntries(more) },
  };
}

function isCatalog({ text }: ManifestFile): boolean {
  return /^\s*["']?apiVersion["']?\s*:\s*["']?backstage\.io\//m.test(text);
}

/** The files that a component points at; undefined when its annotations are the definition. */
async function manifestsOf(
  entity: AnnotatedEntity,
  catalog: string,
): Promise<ManifestFile[] | undefined> {
  const pipeline = entity.annotations[EntityAnnotation.pipeline];
  if (!pipeline) return undefined;
  return collectFiles([join(dirname(catalog), pipeline)]);
}

function ofEntity(
  entity: AnnotatedEntity,
  catalog: ManifestFile,
  { manifests, options }: { manifests?: ManifestFile[]; options: ReadOptions },
): FoundDefinition {
  const positions = annotationPositions(catalog.text, catalog.name)[entity.ref];
  const source = manifests
    ? { kind: 'files' as const, files: manifests, positions }
    : { kind: 'annotations' as const, positions };
  const { project, problems, ...result } = definitionOf(
    entity,
    source,
    options,
  );
  return {
    name: entity.ref,
    file: catalog.name,
    project,
    hasManifests: result.manifests !== undefined,
    files: manifests ?? [],
    problems,
  };
}
