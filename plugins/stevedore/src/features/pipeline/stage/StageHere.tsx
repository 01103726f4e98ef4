import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { PipelineStage } from '@stevedore/plugin-stevedore-common';
import { StateBadge } from '../../../components/state';
import { Version } from '../../../components/text';
import { Since } from '../../../components/time';
import { QUARANTINED } from '../../../lib/words/cellBadge';
import { versionLabel } from '../../../lib/words/names';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, paddingLeft: theme.spacing(2.5) },
    alias: { color: theme.palette.text.secondary },
  }),
  { name: 'StevedoreStageHere' },
);

/** What is in the stage now. */
export function StageHere({ stage }: { stage: PipelineStage }) {
  const classes = useStyles();
  return (
    <section>
      <Typography variant="subtitle1" component="h3">
        What is here
      </Typography>
      {stage.here.length === 0 && <Typography>Nothing yet.</Typography>}
      <ul className={classes.list}>
        {stage.here.map(freight => (
          <li key={freight.name}>
            {freight.versions.map(version => (
              <Version key={version.source} title={version.version}>
                {versionLabel(version)}{' '}
              </Version>
            ))}
            <span className={classes.alias}>{freight.alias}</span>{' '}
            {stage.since && <Since at={stage.since} />}{' '}
            {freight.quarantine && <StateBadge badge={QUARANTINED} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
