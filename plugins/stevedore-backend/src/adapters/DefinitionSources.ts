import {
  DefinitionSource,
  StevedoreDefinitionsExtensionPoint,
} from '@stevedore/plugin-stevedore-node';

type Changed = StevedoreDefinitionsExtensionPoint['changed'];

/** Collects the places of definitions that other modules bring, and passes on what changes there. */
export class DefinitionSources implements StevedoreDefinitionsExtensionPoint {
  readonly all: DefinitionSource[] = [];
  #changed?: Changed;

  addSource(source: DefinitionSource): void {
    const { annotation } = source;
    if (this.all.some(each => each.annotation === annotation))
      throw new Error(`two sources of definitions take ${annotation}`);
    this.all.push(source);
  }

  /** Before anybody follows it does nothing: then everything is looked at anyway. */
  changed(...what: Parameters<Changed>): void {
    this.#changed?.(...what);
  }

  /** From now on this one is told; without one, nobody. */
  follow(changed: Changed | undefined): void {
    this.#changed = changed;
  }
}
