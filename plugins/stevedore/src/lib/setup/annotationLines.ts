import { StevedoreAnnotation } from '@stevedore/plugin-stevedore-common';

export interface SetupFacts {
  /** `metadata.name` of the entity. */
  name: string;
  /** Of `github.com/project-slug` and the like; a placeholder when absent. */
  organisation?: string;
  /** Entity ref of who approves: the owner of the entity. */
  owner?: string;
}

/** The five lines that make a pipeline of this entity, as YAML for its `metadata.annotations`. */
export function annotationLines({
  name,
  organisation = 'acme',
  owner = 'group:default/release-managers',
}: SetupFacts): string {
  const lines: [string, string][] = [
    [StevedoreAnnotation.stages, 'dev, staging, prod'],
    [StevedoreAnnotation.image, `ghcr.io/${organisation}/${name} ^1.0.0`],
    [
      StevedoreAnnotation.gitops,
      `https://github.com/${organisation}/deploy#main:apps/${name}/{stage}`,
    ],
    [StevedoreAnnotation.autoPromote, 'dev'],
    [StevedoreAnnotation.approvals, `prod = 1 of ${owner}`],
  ];
  return lines.map(([key, value]) => `${key}: ${value}`).join('\n');
}
