import {
  FreightSummary,
  FreightVersion,
} from '@stevedore/plugin-stevedore-common';
import {
  Artifacts,
  FreightMark,
  FreightOrigin,
  originKey,
} from '@stevedore/promotion-engine';
import { publicUrl } from './publicUrl';

/** Everything in freight that has a version, in one list. */
export function versionsOf(artifacts: Artifacts): FreightVersion[] {
  return [
    ...artifacts.images.map(image => ({
      kind: 'image' as const,
      source: publicUrl(image.repoURL),
      version: image.tag,
      digest: image.digest,
    })),
    ...artifacts.commits.map(commit => ({
      kind: 'commit' as const,
      source: publicUrl(commit.repoURL),
      version: commit.tag ?? commit.id,
      digest: commit.id,
      message: commit.message,
      author: commit.author,
    })),
    ...artifacts.charts.map(chart => ({
      kind: 'chart' as const,
      source: publicUrl(chart.repoURL) + (chart.name ? `/${chart.name}` : ''),
      version: chart.version,
    })),
    ...artifacts.artifacts.map(artifact => ({
      kind: 'artifact' as const,
      source: artifact.subscriptionName,
      version: artifact.version,
    })),
  ];
}

export function toFreightSummary(
  freight: Artifacts & {
    name: string;
    alias?: string;
    origin: FreightOrigin;
    quarantine?: FreightMark;
  },
): FreightSummary {
  return {
    name: freight.name,
    alias: freight.alias,
    quarantine: freight.quarantine,
    origin: originKey(freight.origin),
    versions: versionsOf(freight),
  };
}
