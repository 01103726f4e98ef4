import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode, useId } from 'react';

const useStyles = makeStyles(
  theme => ({
    section: { '& > * + *': { marginTop: theme.spacing(1) } },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
    },
  }),
  { name: 'StevedorePlanSection' },
);

export interface SectionProps {
  title: string;
  children: ReactNode;
  /** At the end of the title's line. */
  action?: ReactNode;
}

/** A part of a drawer, with its heading. */
export function Section({ title, children, action }: SectionProps) {
  const classes = useStyles();
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.line}>
        <Typography id={id} variant="subtitle1" component="h3">
          {title}
        </Typography>
        {action}
      </div>
      {children}
    </section>
  );
}
