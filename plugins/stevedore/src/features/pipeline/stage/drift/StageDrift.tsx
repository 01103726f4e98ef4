import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { PipelineStage } from '@stevedore/plugin-stevedore-common';
import { ErrorNotice } from '../../../../components/notice';
import { useDrift } from '../../../../hooks/useDrift';
import { DriftItem } from './DriftItem';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: { '& + &': { marginTop: theme.spacing(1.5) } },
  }),
  { name: 'StevedoreStageDrift' },
);

/** What was promoted beside what Git says and what runs. Nothing where nothing was promoted, and while it is read. */
export function StageDrift({
  project,
  stage: { name, here, controlFlow },
}: {
  project: string;
  stage: PipelineStage;
}) {
  const classes = useStyles();
  const enabled = here.length > 0 && !controlFlow;
  const { data, failure, reload } = useDrift(project, { enabled });
  const drift = data?.stages.find(({ stage }) => stage === name);
  if (!drift && !failure) return null;
  return (
    <section>
      <Typography variant="subtitle1" component="h3">
        Promoted, Git, running
      </Typography>
      {failure && (
        <ErrorNotice
          what="Git and what runs cannot be compared"
          failure={failure}
          retry={reload}
        />
      )}
      {drift?.obstacle && (
        <Typography variant="body2">
          Nothing is compared now: {drift.obstacle}
        </Typography>
      )}
      <ul className={classes.list}>
        {drift?.rows.map(row => (
          <li key={`${row.kind} ${row.name}`} className={classes.item}>
            <DriftItem row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}
