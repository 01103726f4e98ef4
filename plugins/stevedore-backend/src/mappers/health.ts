import { HealthCheck, PipelineStage } from '@stevedore/plugin-stevedore-common';
import { StageHealth } from '@stevedore/promotion-engine';

/** Only a web address may become a link. */
const isWeb = ({ url }: { url: string }) => /^https?:\/\//.test(url);

/** What is watched says more of a stage than that it was verified once; what it cannot see is not guessed. */
export function withChecks(
  stage: PipelineStage,
  health: StageHealth | undefined,
): PipelineStage {
  if (!health || health.checks.length === 0) return stage;
  return {
    ...stage,
    health: healthOf(stage, health),
    checks: health.checks.map(
      ({ step, status, issues, links = [] }): HealthCheck => ({
        step,
        status,
        issues,
        links: links
          .filter(isWeb)
          .map(({ url, label }) => ({ url, title: label })),
      }),
    ),
  };
}

function healthOf(
  { health: verified }: PipelineStage,
  { status }: StageHealth,
): PipelineStage['health'] {
  switch (status) {
    case 'Unhealthy':
      return 'unhealthy';
    case 'Progressing':
      return 'progressing';
    case 'Unknown':
      return 'unseen';
    default:
      return verified;
  }
}
