import { PipelineStage } from '@stevedore/plugin-stevedore-common';
import { HealthStatus } from '@stevedore/promotion-engine';
import { withChecks } from './health';

const stage = { name: 'prod', health: 'healthy' } as PipelineStage;

const health = (status: HealthStatus) => ({
  status,
  issues: [],
  checks: [
    {
      step: 'sync',
      status,
      issues: ['it is so'],
      links: [
        { url: 'https://cd.acme.dev/x', label: 'x in Argo CD' },
        // eslint-disable-next-line no-script-url -- what is refused here
        { url: 'javascript:alert(1)', label: 'not for anybody' },
      ],
    },
  ],
});

describe('withChecks', () => {
  it.each<[HealthStatus, PipelineStage['health']]>([
    ['Healthy', 'healthy'],
    ['NotApplicable', 'healthy'],
    ['Progressing', 'progressing'],
    ['Unknown', 'unseen'],
    ['Unhealthy', 'unhealthy'],
  ])('shows a stage whose checks say %s as %s', (status, shown) => {
    expect(withChecks(stage, health(status)).health).toBe(shown);
  });

  it('shows what was checked, with links to the web only', () => {
    expect(withChecks(stage, health('Healthy')).checks).toEqual([
      {
        step: 'sync',
        status: 'Healthy',
        issues: ['it is so'],
        links: [{ url: 'https://cd.acme.dev/x', title: 'x in Argo CD' }],
      },
    ]);
  });

  it('leaves a stage alone that nobody watches', () => {
    expect(withChecks(stage, undefined)).toBe(stage);
    const unwatched = { status: 'Healthy' as const, issues: [], checks: [] };
    expect(withChecks(stage, unwatched)).toBe(stage);
  });
});
