import { Entity } from '@backstage/catalog-model';
import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import {
  NamedTexts,
  SecretRequest,
  Secrets,
  Store,
} from '@stevedore/promotion-engine';
import { PlatformConfig, TextsConfig } from './platformConfig';

export interface ConfigSecretsOptions {
  platform: Pick<PlatformConfig, 'secrets' | 'configMaps'>;
  store: Pick<Store, 'project'>;
  entity: (entityRef: string) => Promise<Entity | undefined>;
}

/**
 * What expressions may read, from the platform's configuration. `secret()` and `configMap()` read what is meant for
 * the project's component, `sharedSecret()` and `sharedConfigMap()` what is meant for all.
 */
export class ConfigSecrets implements Secrets {
  readonly #options: ConfigSecretsOptions;

  constructor(options: ConfigSecretsOptions) {
    this.#options = options;
  }

  async read({
    project,
    kind,
    name,
  }: SecretRequest): Promise<NamedTexts | undefined> {
    const { secrets, configMaps } = this.#options.platform;
    const secret = kind === 'secret' || kind === 'sharedSecret';
    const named = (secret ? secrets : configMaps).filter(
      each => each.name === name,
    );
    if (kind === 'sharedSecret' || kind === 'sharedConfigMap')
      return named.find(each => !each.entities);
    const own = named.filter(each => each.entities);
    return own.length > 0 ? this.#meantFor(project, own) : undefined;
  }

  async #meantFor(
    project: string,
    texts: TextsConfig[],
  ): Promise<NamedTexts | undefined> {
    const row = await this.#options.store.project(project);
    const entity = row && (await this.#options.entity(row.entityRef));
    return (
      entity &&
      texts.find(each => evaluateFilterPredicate(each.entities!, entity))
    );
  }
}
