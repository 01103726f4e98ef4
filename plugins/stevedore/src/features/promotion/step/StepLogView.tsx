import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { DownloadButton } from '../../../components/action';
import { ErrorNotice, Loading } from '../../../components/notice';
import { LogOf, useStepLog } from '../../../hooks/useStepLog';
import { count } from '../../../lib/diff/diffWords';
import { findInLog, logText } from '../../../lib/log/logLines';
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
  { name: 'StevedoreStepLog' },
);

export interface StepLogViewProps {
  of: LogOf;
  /** Of the step. */
  name: string;
  /** More is coming. */
  running: boolean;
}

/** The log of a step: searched in, followed while it runs, saved as a file. */
export function StepLogView({ of, name, running }: StepLogViewProps) {
  const classes = useStyles();
  const [wanted, setWanted] = useState('');
  const [follow, setFollow] = useState(true);
  const log = useStepLog(of, running && follow);
  const found = findInLog(log.lines, wanted);
  if (log.loading) return <Loading what="Reading the log" />;
  if (!running && !log.more && !log.failure && log.lines.length === 0)
    return <Typography variant="body2">It wrote no log.</Typography>;
  return (
    <section aria-label={`Log of ${name}`}>
      <div className={classes.bar}>
        <TextField
          id={`log-search-${of.step}`}
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
            onClick={() => setFollow(!follow)}
          >
            {follow ? 'Following' : 'Follow'}
          </Button>
        )}
        <DownloadButton
          fileName={`${of.promotion}-${of.step}.log`}
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
