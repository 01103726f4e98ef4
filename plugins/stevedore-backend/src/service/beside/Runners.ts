import { Runner } from '@stevedore/plugin-stevedore-node';
import { ProjectRow } from '@stevedore/promotion-engine';
import { ServiceDeps } from '../ServiceDeps';
import { ReadingBeside, readingBeside } from './readingBeside';

/** Knows which projects something else runs, and reads those by what it shows. */
export class Runners {
  readonly #all: () => readonly Runner[];

  /** @param all - those that modules have brought; there is one at most of a name */
  constructor(all: () => readonly Runner[]) {
    this.#all = all;
  }

  /** As people call it; undefined for what the engine runs. */
  nameOf(row: ProjectRow | undefined): string | undefined {
    return row?.target === undefined ? undefined : this.#of(row).name;
  }

  /** @returns undefined for what the engine runs */
  async reading(
    reading: ServiceDeps,
    row: ProjectRow | undefined,
  ): Promise<ReadingBeside | undefined> {
    if (row?.target === undefined) return undefined;
    const { target } = row;
    return readingBeside(reading, {
      row: { ...row, target },
      runner: this.#of(row),
    });
  }

  #of({ provenance }: ProjectRow): Runner {
    const runner = this.#all().find(
      ({ name }) => name.toLowerCase() === provenance,
    );
    return runner ?? missingRunner(provenance);
  }
}

/** Its module is not installed any more: everything says so. */
function missingRunner(name: string): Runner {
  const sentence = `this portal reads no clusters: let its administrator install the module for Kubernetes`;
  const no = () => Promise.reject(new Error(sentence));
  return {
    name,
    see: async () => ({ status: 'unseen', reasons: [sentence] }),
    promote: no,
    approve: no,
    refresh: no,
    abort: no,
  };
}
