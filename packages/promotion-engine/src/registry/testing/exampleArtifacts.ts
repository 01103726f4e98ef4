import { ArtifactReference, OciArtifacts } from '../../ports/artifacts';
import { ExampleArtifact, StepExample } from '../step';

/** Registries that have what the example says. A copy is there afterwards; with annotations it has another digest. */
export function exampleArtifacts(example: StepExample): OciArtifacts {
  const held = new Map(Object.entries(example.artifacts ?? {}));
  const find = ({ repository, reference }: ArtifactReference) =>
    held.get(`${repository}:${reference}`) ??
    [...held].find(
      ([name, { digest }]) =>
        name.startsWith(`${repository}:`) && digest === reference,
    )?.[1];
  const require = (wanted: ArtifactReference): ExampleArtifact => {
    const found = find(wanted);
    if (!found)
      throw new Error(
        `there is no ${wanted.reference} in repository ${wanted.repository}`,
      );
    return found;
  };
  return {
    digest: async wanted => find(wanted)?.digest,
    async layer(wanted, { mediaType }) {
      const { layers, digest } = require(wanted);
      const layer = layers.find(
        each => !mediaType || each.mediaType === mediaType,
      );
      if (!layer) throw new Error(`no layer of the type ${mediaType}`);
      return { digest, bytes: Buffer.from(layer.text) };
    },
    async planCopy({ from, annotations }) {
      const { digest, layers } = require(from);
      const isNew = Object.keys(annotations.manifest).length > 0;
      return {
        digest: isNew ? `sha256:${'f'.repeat(64)}` : digest,
        bytes: layers.reduce((sum, { text }) => sum + text.length, 0),
      };
    },
    async copy(copy) {
      const { digest } = await this.planCopy(copy);
      const { repository, reference } = copy.to;
      held.set(`${repository}:${reference}`, { ...require(copy.from), digest });
      return { digest };
    },
  };
}
