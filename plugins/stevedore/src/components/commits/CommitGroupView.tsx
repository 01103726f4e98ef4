import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId, useState } from 'react';
import { CommitGroup } from '../../lib/commits/commitLines';
import { CommitItem } from './CommitItem';

const useStyles = makeStyles(
  {
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      fontVariantNumeric: 'tabular-nums',
    },
  },
  { name: 'StevedoreCommitGroup' },
);

/** The newest of them, and the others on demand. */
export function CommitGroupView({ group }: { group: CommitGroup }) {
  const classes = useStyles();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { title, shown, folded } = group;
  return (
    <>
      <Typography variant="body2" id={id}>
        {title}:
      </Typography>
      <ul className={classes.list} aria-labelledby={id}>
        {[...shown, ...((open && folded?.commits) || [])].map(commit => (
          <CommitItem key={commit.id} commit={commit} />
        ))}
      </ul>
      {folded && (
        <Button
          size="small"
          variant="outlined"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Show fewer commits' : `Show ${folded.words}`}
        </Button>
      )}
    </>
  );
}
