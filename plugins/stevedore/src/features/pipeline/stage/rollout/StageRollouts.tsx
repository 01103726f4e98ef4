import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ErrorNotice } from '../../../../components/notice';
import { useRollouts } from '../../../../hooks/useRollouts';
import { RolloutItem } from './RolloutItem';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: { '& + &': { marginTop: theme.spacing(2) } },
  }),
  { name: 'StevedoreStageRollouts' },
);

/** Progressive deliveries of the stage, as their clusters show them. Nothing where it has none, and while they are read. */
export function StageRollouts({
  project,
  stage,
}: {
  project: string;
  stage: string;
}) {
  const classes = useStyles();
  const { data, failure, reload } = useRollouts(project, stage);
  if (!data && !failure) return null;
  if (data?.rollouts.length === 0) return null;
  return (
    <section>
      <Typography variant="subtitle1" component="h3">
        Rollout
      </Typography>
      {failure && (
        <ErrorNotice
          what="The rollouts cannot be read"
          failure={failure}
          retry={reload}
        />
      )}
      <ul className={classes.list}>
        {data?.rollouts.map(rollout => (
          <li
            key={`${rollout.cluster}/${rollout.namespace}/${rollout.name}`}
            className={classes.item}
          >
            <RolloutItem project={project} stage={stage} rollout={rollout} />
          </li>
        ))}
      </ul>
    </section>
  );
}
