import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { CommitsAnswer } from '@stevedore/plugin-stevedore-common';
import { ReactNode } from 'react';
import {
  notKnown,
  sourceViews,
  unknownLines,
} from '../../lib/commits/commitLines';
import { Failure } from '../../lib/read/failure';
import { CommitGroupView } from './CommitGroupView';

const useStyles = makeStyles(
  theme => ({
    parts: { '& > * + *': { marginTop: theme.spacing(1) } },
    note: { color: theme.palette.text.secondary, overflowWrap: 'anywhere' },
    link: { textDecoration: 'underline' },
  }),
  { name: 'StevedoreCommitsBetween' },
);

/** Commits as they are read; nothing else waits for them. */
export interface CommitsRead {
  data?: CommitsAnswer;
  loading: boolean;
  failure?: Failure;
  reload: () => void;
}

export interface CommitsBetweenProps {
  read: CommitsRead;
  /** What is known without them. */
  children?: ReactNode;
}

/** The commits between two freight, by repository; where they are not known, why. */
export function CommitsBetween({ read, children }: CommitsBetweenProps) {
  const classes = useStyles();
  const { data, loading, failure, reload } = read;
  const views = data ? sourceViews(data) : [];
  const unread = failure !== undefined || views.some(view => view.unread);
  return (
    <div className={classes.parts}>
      {(!data || unread) && children}
      {views.map(({ key, groups, notes, link, ...view }) => (
        <div key={key} className={classes.parts}>
          {groups.map(group => (
            <CommitGroupView key={group.title} group={group} />
          ))}
          {notes.map(note => (
            <Note key={note}>{note}</Note>
          ))}
          {link && !(view.unread && children) && (
            <Link to={link.url} className={classes.link}>
              {link.words}
            </Link>
          )}
        </div>
      ))}
      {data && unknownLines(data).map(line => <Note key={line}>{line}</Note>)}
      <div role="status">
        {loading && <Note>Reading the commits between…</Note>}
        {failure && <Note>{notKnown(failure.sentence)}</Note>}
      </div>
      {unread && (
        <Button size="small" variant="outlined" onClick={reload}>
          Read the commits again
        </Button>
      )}
    </div>
  );
}

function Note({ children }: { children: ReactNode }) {
  const classes = useStyles();
  return (
    <Typography variant="body2" className={classes.note}>
      {children}
    </Typography>
  );
}
