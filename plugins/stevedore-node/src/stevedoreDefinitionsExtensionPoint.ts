import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ManifestFile } from '@stevedore/promotion-engine';

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
}

/** Places of definitions that modules add. */
export interface StevedoreDefinitionsExtensionPoint {
  addSource(source: DefinitionSource): void;
  /**
   * Says that what a target defines is different now, or can be read again. Without it a change is seen only with the
   * next look at the catalog.
   */
  changed(annotation: string, target: string): void;
}

export const stevedoreDefinitionsExtensionPoint =
  createExtensionPoint<StevedoreDefinitionsExtensionPoint>({
    id: 'stevedore.definitions',
  });
