import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ManifestFile } from '@stevedore/promotion-engine';
import { Runner } from './runner';

/** What a source says of one definition now. */
export type SourcedDefinition =
  /** Kargo's manifests, one object in each; problems name object and field, not file and line. */
  | { status: 'read'; manifests: ManifestFile[] }
  /** Whole sentences, for the page; what runs goes on as it is. */
  | { status: 'unreadable'; message: string; cure: string }
  /** It cannot be told yet: nobody is told anything, and the source will say `changed`. */
  | { status: 'starting' };

/** A place where pipelines are defined that is neither an entity's annotations nor files beside it. */
export interface DefinitionSource {
  /** Of an entity; its value is the target: `stevedore.dev/kargo-project`. */
  annotation: string;
  /** @param entityRef - the entity that would run it: the source decides whether it may */
  read(target: string, entityRef: string): Promise<SourcedDefinition>;
  /** Entities that get a definition without the annotation, by rules of the platform; undefined: it cannot be told yet. */
  mapped?(): Promise<MappedEntity[] | undefined>;
  /** What is there and by the platform's rules for no entity; for who keeps the rules. */
  unmapped?(): Promise<Unmapped>;
  /** Present: what is defined there runs there, too; the portal shows it and passes on what people ask. */
  runner?: Runner;
}

/** An entity that is treated as if it had the annotation with this target. */
export interface MappedEntity {
  entityRef: string;
  target: string;
}

/** Of what can be seen; of the rest as it was seen last. */
export interface Unmapped {
  targets: UnmappedTarget[];
  /** Names of the places that cannot be seen now. */
  unseen: string[];
}

/** A target that no entity gets. */
export interface UnmappedTarget {
  target: string;
  /** Goes on after "belongs to no entity: ", up to its point. */
  reason: string;
  /** What to do, a sentence of its own. */
  cure: string;
}

/** Places of definitions that modules add. */
export interface StevedoreDefinitionsExtensionPoint {
  addSource(source: DefinitionSource): void;
  /**
   * Says that what a target defines is different now, or can be read again. Without it a change is seen only with the
   * next look at the catalog.
   */
  changed(annotation: string, target: string): void;
  /** Says that what a runner shows of a project is different now: pages that are open read it again. */
  moved(project: string): void;
}

export const stevedoreDefinitionsExtensionPoint =
  createExtensionPoint<StevedoreDefinitionsExtensionPoint>({
    id: 'stevedore.definitions',
  });
