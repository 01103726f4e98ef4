import type {
  Chart,
  GenericArtifact,
  GitCommit,
  Image,
} from '../../model/artifacts';
import { MAP, STRING, STRING_MAP } from '../types/staticType';
import { withElement } from '../values/shape';
import { StructValue } from '../values/struct';
import type { Value } from '../values/value';

const text = (json: string) => ({ type: STRING, json });

export const imageStruct = StructValue.define({
  name: 'v1alpha1.Image',
  fields: {
    RepoURL: text('repoURL'),
    Tag: text('tag'),
    Digest: text('digest'),
    Annotations: { type: STRING_MAP, json: 'annotations' },
    SubscriptionName: text('subscriptionName'),
  },
});

export const commitStruct = StructValue.define({
  name: 'v1alpha1.GitCommit',
  fields: {
    RepoURL: text('repoURL'),
    ID: text('id'),
    Branch: text('branch'),
    Tag: text('tag'),
    Message: text('message'),
    Author: text('author'),
    Committer: text('committer'),
    SubscriptionName: text('subscriptionName'),
  },
});

export const chartStruct = StructValue.define({
  name: 'v1alpha1.Chart',
  fields: {
    RepoURL: text('repoURL'),
    Name: text('name'),
    Version: text('version'),
    SubscriptionName: text('subscriptionName'),
  },
});

export const artifactStruct = StructValue.define({
  name: 'v1alpha1.ArtifactReference',
  fields: {
    ArtifactType: text('artifactType'),
    SubscriptionName: text('subscriptionName'),
    Version: text('version'),
    Metadata: { type: MAP, json: 'metadata' },
  },
});

export const imageValue = (image: Image): Value =>
  imageStruct.of({
    RepoURL: image.repoURL,
    Tag: image.tag,
    Digest: image.digest,
    Annotations: withElement({ ...image.annotations }, 'string'),
    SubscriptionName: image.subscriptionName ?? '',
  });

export const commitValue = (commit: GitCommit): Value =>
  commitStruct.of({
    RepoURL: commit.repoURL,
    ID: commit.id,
    Branch: commit.branch ?? '',
    Tag: commit.tag ?? '',
    Message: commit.message ?? '',
    Author: commit.author ?? '',
    Committer: commit.committer ?? '',
    SubscriptionName: commit.subscriptionName ?? '',
  });

export const chartValue = (chart: Chart): Value =>
  chartStruct.of({
    RepoURL: chart.repoURL,
    Name: chart.name ?? '',
    Version: chart.version,
    SubscriptionName: chart.subscriptionName ?? '',
  });

export const artifactValue = (artifact: GenericArtifact): Value =>
  artifactStruct.of({
    ArtifactType: artifact.artifactType,
    SubscriptionName: artifact.subscriptionName,
    Version: artifact.version,
    Metadata: (artifact.metadata ?? null) as Value,
  });
