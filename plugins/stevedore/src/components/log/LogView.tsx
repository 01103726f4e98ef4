import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { count } from '../../lib/diff/diffWords';
import { findInLog, logText, ShownLog } from '../../lib/log/logLines';
import { DownloadButton } from '../action';
import { ErrorNotice, Loading } from '../notice';
import { LogLines } from './LogLines';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'StevedoreLogView' },
);

export interface LogViewProps {
  log: ShownLog;
  /** Its own on the page. */
  id: string;
  /** Whose log it is, for people. */
  name: string;
  /** Without its ending. */
  fileName: string;
  /** More is coming. */
  running: boolean;
  follow: boolean;
  onFollow: (follow: boolean) => void;
}

/** A log: searched in, followed while more is coming, saved as a file. */
export function LogView(props: LogViewProps) {
  const { log, id, name, fileName, running, follow, onFollow } = props;
  const classes = useStyles();
  const [wanted, setWanted] = useState('');
  const found = findInLog(log.lines, wanted);
  if (log.loading) return <Loading what="Reading the log" />;
  if (!running && !log.more && !log.failure && log.lines.length === 0)
    return <Typography variant="body2">It wrote no log.</Typography>;
  return (
    <section aria-label={`Log of ${name}`}>
      <div className={classes.bar}>
        <TextField
          id={`log-search-${id}`}
          size="small"
          variant="outlined"
          margin="dense"
          type="search"
          label="Search the log"
          value={wanted}
          onChange={event => setWanted(event.target.value)}
        />
        {running && (
          <Button
            size="small"
            variant="outlined"
            aria-pressed={follow}
            onClick={() => onFollow(!follow)}
          >
            {follow ? 'Following' : 'Follow'}
          </Button>
        )}
        <DownloadButton
          fileName={`${fileName}.log`}
          content={async () => logText(await log.all())}
        />
        <Typography variant="body2" component="span" role="status">
          {wanted ? `${count(found.length, 'line')} found` : ''}
        </Typography>
      </div>
      {log.failure && (
        <ErrorNotice
          what="The log cannot be shown"
          failure={log.failure}
          retry={log.loadMore}
        />
      )}
      <LogLines
        lines={found}
        follow={running && follow && !wanted}
        empty={wanted ? 'No line holds that text.' : 'Nothing yet.'}
        label={`Lines of the log of ${name}`}
      />
      {log.more && (
        <Button size="small" onClick={log.loadMore}>
          {log.loadingMore ? 'Reading more …' : 'Read more lines'}
        </Button>
      )}
    </section>
  );
}
