import { parseTime } from '../values/time/parseTime';
import { RFC3339_NANO } from '../values/time/formatTime';
import { TIME } from '../values/time/time';
import { UTC } from '../values/time/zone';
import { STRING, MAP, STRING_MAP } from '../types/staticType';
import { withElement } from '../values/shape';
import { StructValue } from '../values/struct';
import type { Value, ValueMap } from '../values/value';

/** What a warehouse found, newest first: Kargo's `DiscoveredArtifacts`. Lists that are missing found nothing. */
export interface DiscoveredArtifacts {
  readonly git?: readonly {
    readonly repoURL: string;
    readonly commits?: readonly DiscoveredCommit[];
  }[];
  readonly images?: readonly {
    readonly repoURL: string;
    readonly references?: readonly DiscoveredImage[];
  }[];
  readonly charts?: readonly {
    readonly repoURL: string;
    readonly name?: string;
    readonly versions?: readonly string[];
  }[];
  readonly results?: readonly {
    readonly name: string;
    readonly artifactReferences?: readonly DiscoveredReference[];
  }[];
}

interface DiscoveredCommit {
  readonly id?: string;
  readonly branch?: string;
  readonly tag?: string;
  readonly subject?: string;
  readonly author?: string;
  readonly committer?: string;
  readonly creatorDate?: string;
}

interface DiscoveredImage {
  readonly tag?: string;
  readonly digest?: string;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly createdAt?: string;
}

interface DiscoveredReference {
  readonly artifactType?: string;
  readonly subscriptionName?: string;
  readonly version?: string;
  readonly metadata?: ValueMap;
}

const text = (json: string) => ({ type: STRING, json });

export const imageStruct = StructValue.define({
  name: 'v1alpha1.DiscoveredImageReference',
  fields: {
    Tag: text('tag'),
    Digest: text('digest'),
    Annotations: { type: STRING_MAP, json: 'annotations' },
    CreatedAt: { type: TIME, json: 'createdAt' },
  },
});

export const commitStruct = StructValue.define({
  name: 'v1alpha1.DiscoveredCommit',
  fields: {
    ID: text('id'),
    Branch: text('branch'),
    Tag: text('tag'),
    Subject: text('subject'),
    Author: text('author'),
    Committer: text('committer'),
    CreatorDate: { type: TIME, json: 'creatorDate' },
  },
});

export const chartStruct = StructValue.define({
  name: 'v1alpha1.Chart',
  fields: {
    RepoURL: text('repoURL'),
    Name: text('name'),
    Version: text('version'),
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

export function imageOf(image: DiscoveredImage): StructValue {
  const annotations = withElement({ ...image.annotations }, 'string');
  return imageStruct.of({
    Tag: image.tag ?? '',
    Digest: image.digest ?? '',
    Annotations: annotations,
    CreatedAt: timeOf(image.createdAt),
  });
}

export function commitOf(commit: DiscoveredCommit): StructValue {
  return commitStruct.of({
    ID: commit.id ?? '',
    Branch: commit.branch ?? '',
    Tag: commit.tag ?? '',
    Subject: commit.subject ?? '',
    Author: commit.author ?? '',
    Committer: commit.committer ?? '',
    CreatorDate: timeOf(commit.creatorDate),
  });
}

export function artifactOf(reference: DiscoveredReference): StructValue {
  return artifactStruct.of({
    ArtifactType: reference.artifactType ?? '',
    SubscriptionName: reference.subscriptionName ?? '',
    Version: reference.version ?? '',
    Metadata: reference.metadata ?? null,
  });
}

export function timeOf(value: string | undefined): Value {
  return value === undefined
    ? null
    : parseTime(value, RFC3339_NANO, UTC) ?? null;
}
