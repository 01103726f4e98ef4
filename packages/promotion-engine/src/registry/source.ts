import { DiscoveredCommit, DiscoveredImage } from '../model/discovery';
import {
  ChartSubscription,
  GitSubscription,
  ImageSubscription,
} from '../model/definition';
import { ChartRepositories } from '../ports/charts';
import { GitRepositories } from '../ports/git';
import { OciRegistry } from '../ports/registry';

/** What was seen of remotes, shared by everybody who watches the same one. */
export interface Sightings {
  /**
   * What was seen under this key, or what is seen now when that is older than the warehouse's interval. Whoever asks
   * meanwhile waits for the same look. A failure and `undefined` are not kept.
   */
  look<T>(
    key: string,
    see: () => Promise<T>,
    options?: LookOptions,
  ): Promise<T>;
  /** What follows from things seen: made once, for as long as it is used. The key holds everything it depends on. */
  derive<T>(key: string, make: () => Promise<T>): Promise<T>;
}

export interface LookOptions {
  /** How many intervals of the warehouse it stays good; 1 unless said. A refresh always looks. */
  polls?: number;
  /** It is looked at again when this is not what it was at the last look. */
  basis?: string;
}

/** What a source works with. */
export interface SourceContext {
  git: GitRepositories;
  oci: OciRegistry;
  charts: ChartRepositories;
  sightings: Sightings;
  /** Milliseconds since 1970. */
  now: number;
}

/** Finds the artifacts of a subscription, best first. */
export interface SourceKind<Subscription, Found> {
  id: string;
  /** @throws GitError, RegistryError, or an Error that says what of the subscription cannot be read */
  discover(
    subscription: Subscription,
    context: SourceContext,
  ): Promise<Found[]>;
}

/** Every kind of subscription, by the field of a manifest that holds it. */
export interface Sources {
  git: SourceKind<GitSubscription, DiscoveredCommit>;
  image: SourceKind<ImageSubscription, DiscoveredImage>;
  chart: SourceKind<ChartSubscription, string>;
}
