import {
  DefinitionSource,
  Runner,
  StevedoreDefinitionsExtensionPoint,
} from '@stevedore/plugin-stevedore-node';

/** Who is told what happens in the places of definitions. */
export type SourceFollower = Pick<
  StevedoreDefinitionsExtensionPoint,
  'changed' | 'moved'
>;

/** Collects the places of definitions that other modules bring, and passes on what changes there. */
export class DefinitionSources implements StevedoreDefinitionsExtensionPoint {
  readonly all: DefinitionSource[] = [];
  #follower?: SourceFollower;

  addSource(source: DefinitionSource): void {
    const { annotation } = source;
    if (this.all.some(each => each.annotation === annotation))
      throw new Error(`two sources of definitions take ${annotation}`);
    this.all.push(source);
  }

  /** What runs pipelines in place of the engine. */
  get runners(): Runner[] {
    return this.all.flatMap(({ runner }) => runner ?? []);
  }

  /** Before anybody follows it does nothing: then everything is looked at anyway. */
  changed(annotation: string, target: string): void {
    this.#follower?.changed(annotation, target);
  }

  moved(project: string): void {
    this.#follower?.moved(project);
  }

  /** From now on this one is told; without one, nobody. */
  follow(follower: SourceFollower | undefined): void {
    this.#follower = follower;
  }
}
