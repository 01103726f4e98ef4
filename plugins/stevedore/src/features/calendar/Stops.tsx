import { makeStyles } from '@material-ui/core/styles';
import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { LockLine } from './LockLine';
import { WindowLine } from './WindowLine';

const useStyles = makeStyles(
  theme => ({ stops: { '& > * + *': { marginTop: theme.spacing(1) } } }),
  { name: 'StevedoreStops' },
);

/** Locks and windows that keep something from moving; nothing when none does. */
export function Stops({ pipeline }: { pipeline: Pipeline }) {
  const classes = useStyles();
  const { project, locks = [], freezes = [] } = pipeline;
  if (locks.length === 0 && freezes.length === 0) return null;
  return (
    <section className={classes.stops} aria-label="Locks and freezes">
      {locks.map(lock => (
        <LockLine key={lock.id} project={project} lock={lock} at="top" />
      ))}
      {freezes.map(freeze => (
        <WindowLine
          key={freeze.id ?? `${freeze.source} ${freeze.name} ${freeze.start}`}
          project={project}
          window={freeze}
          at="top"
        />
      ))}
    </section>
  );
}
