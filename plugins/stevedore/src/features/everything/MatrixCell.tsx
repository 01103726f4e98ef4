import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { PipelineStage } from '@stevedore/plugin-stevedore-common';
import { StateBadge } from '../../components/state';
import { Version } from '../../components/text';
import { Since } from '../../components/time';
import { stageNow } from '../../lib/stage/stageLines';
import { addressOf } from '../../lib/url/addressOf';

const useStyles = makeStyles(
  theme => ({
    link: { textDecoration: 'underline' },
    line: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 1) },
  }),
  { name: 'StevedoreMatrixCell' },
);

/** What one stage has, and what is going on there. */
export function MatrixCell({
  stage,
  tab,
}: {
  stage: PipelineStage;
  tab: string;
}) {
  const classes = useStyles();
  const { name, here, since, badge, next } = stageNow(stage);
  const address = addressOf(tab, {
    drawer: next?.promotion
      ? { kind: 'promotion', promotion: next.promotion }
      : { kind: 'stage', stage: name },
  });
  return (
    <td>
      <div className={classes.line}>
        {here.length > 0 ? (
          <Version>{here.map(({ version }) => version).join(', ')}</Version>
        ) : (
          'nothing yet'
        )}
        {since && <Since at={since} />}
      </div>
      <StateBadge badge={badge} />
      {next && (
        <div>
          <Link to={address} className={classes.link}>
            {next.sentence}
          </Link>
        </div>
      )}
    </td>
  );
}
