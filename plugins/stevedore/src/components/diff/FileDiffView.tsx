import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useId, useState } from 'react';
import { changeWord, count } from '../../lib/diff/diffWords';
import { FileDiff } from '../../lib/diff/fileDiff';
import { DIFF_PAGE, firstLines } from '../../lib/diff/foldDiffs';
import { DiffView } from '../../lib/url/urlState';
import { Version } from '../text';
import { SplitTable } from './SplitTable';
import { UnifiedTable } from './UnifiedTable';

const useStyles = makeStyles(
  theme => ({
    file: {
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      '& + &': { marginTop: theme.spacing(1) },
    },
    header: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1.5),
      padding: theme.spacing(0.5, 1),
      fontSize: theme.typography.body2.fontSize,
    },
    path: { flex: '1 1 200px', minWidth: 0 },
    facts: { color: theme.palette.text.secondary },
    more: { padding: theme.spacing(0.5, 1) },
  }),
  { name: 'StevedoreFileDiff' },
);

export interface FileDiffViewProps {
  diff: FileDiff;
  view: DiffView;
  folded: boolean;
}

/** What would become of one file; large ones open when somebody wants them. */
export function FileDiffView({ diff, view, folded }: FileDiffViewProps) {
  const classes = useStyles();
  const id = useId();
  const [open, setOpen] = useState(!folded);
  const { path, change, length, added, removed } = diff;
  return (
    <section className={classes.file} aria-label={path}>
      <div className={classes.header}>
        <span className={classes.path}>
          <Version>{path}</Version>
        </span>
        <span className={classes.facts}>
          {changeWord(diff)}
          {change !== 'binary' &&
            length > 0 &&
            `, ${count(added, 'line')} added, ${removed} removed`}
        </span>
        {length > 0 && (
          <Button
            size="small"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            aria-label={`${open ? 'Fold' : 'Show'} ${path}`}
            onClick={() => setOpen(!open)}
          >
            {open ? 'Fold' : `Show ${count(length, 'line')}`}
          </Button>
        )}
      </div>
      {open && length > 0 && (
        <div id={id}>
          <Lines diff={diff} view={view} />
        </div>
      )}
    </section>
  );
}

function Lines({ diff, view }: Pick<FileDiffViewProps, 'diff' | 'view'>) {
  const classes = useStyles();
  const [limit, setLimit] = useState(DIFF_PAGE);
  const Table = view === 'split' ? SplitTable : UnifiedTable;
  const left = diff.length - limit;
  return (
    <>
      <Table
        hunks={firstLines(diff, limit)}
        label={`Changes of ${diff.path}`}
      />
      {left > 0 && (
        <div className={classes.more}>
          <Button size="small" onClick={() => setLimit(limit + DIFF_PAGE)}>
            Show more of {count(left, 'further line')}
          </Button>
        </div>
      )}
    </>
  );
}
