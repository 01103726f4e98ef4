import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { HealthCheck, PipelineStage } from '@stevedore/plugin-stevedore-common';
import { StateBadge } from '../../../components/state';
import { checkBadge } from '../../../lib/words/checkBadge';

/** What is watched since the last promotion, and where to see more of it. */
export function StageHealth({ stage }: { stage: PipelineStage }) {
  if (!stage.checks) return null;
  return (
    <section>
      <Typography variant="subtitle1" component="h3">
        Health
      </Typography>
      {stage.checks.map(check => (
        <Check key={check.step} check={check} />
      ))}
    </section>
  );
}

function Check({
  check: { step, status, issues, links },
}: {
  check: HealthCheck;
}) {
  return (
    <div>
      <StateBadge badge={checkBadge(status)} />{' '}
      <Typography variant="body2" component="span">
        by {step}
      </Typography>
      {issues.map(issue => (
        <Typography key={issue} variant="body2">
          {issue}
        </Typography>
      ))}
      {links.map(({ url, title }) => (
        <Typography key={url} variant="body2">
          <Link to={url}>{title}</Link>
        </Typography>
      ))}
    </div>
  );
}
