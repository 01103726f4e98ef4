import { ImageSubscription } from '../model/definition';
import { ImageMetadata, OciRegistry } from '../ports/registry';

/** Finds the artifacts of a subscription, best first. */
export interface SourceKind {
  id: string;
  discover(
    subscription: ImageSubscription,
    registry: OciRegistry,
  ): Promise<ImageMetadata[]>;
}
