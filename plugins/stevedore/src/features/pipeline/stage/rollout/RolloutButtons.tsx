import { makeStyles } from '@material-ui/core/styles';
import { Rollout } from '@stevedore/plugin-stevedore-common';
import { ReasonedAct } from '../../../../components/action';
import { useRolloutAct } from '../../../../hooks/useRolloutAct';
import { actWords } from '../../../../lib/stage/rolloutLines';

const useStyles = makeStyles(
  theme => ({
    buttons: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      '& > *': { flexGrow: 0 },
    },
  }),
  { name: 'StevedoreRolloutButtons' },
);

/** What can be done with a rollout; each button says why it does not work. */
export function RolloutButtons({
  project,
  stage,
  rollout,
}: {
  project: string;
  stage: string;
  rollout: Rollout;
}) {
  const classes = useStyles();
  const { cluster, namespace, name, seen = '', acts } = rollout;
  const { run, running, failure, clear } = useRolloutAct(project, stage);
  return (
    <div className={classes.buttons} role="group" aria-label={`Steer ${name}`}>
      {acts.map(({ act, whyNot }) => {
        const { label, confirm, means, reasoned } = actWords(act);
        return (
          <ReasonedAct
            key={act}
            id={`rollout-${cluster}-${namespace}-${name}-${act}`}
            label={label}
            confirm={confirm}
            means={means}
            optional={!reasoned}
            whyNot={whyNot}
            running={running}
            failure={failure}
            onAct={async reason => {
              clear();
              const ask = { cluster, namespace, name, act, seen };
              return (
                (await run({ ...ask, reason: reason || undefined })) === true
              );
            }}
          />
        );
      })}
    </div>
  );
}
