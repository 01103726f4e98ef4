import { makeStyles } from '@material-ui/core/styles';
import { StateBadge } from '../../components/state';
import {
  EmptyState,
  ErrorNotice,
  Loading,
  Notice,
} from '../../components/notice';
import { Version } from '../../components/text';
import { Countdown, Since } from '../../components/time';
import { useLive } from '../../hooks/useLive';
import { usePipeline } from '../../hooks/usePipeline';
import { freightVersion } from '../../lib/words/names';
import { stageLines, StageLines } from '../../lib/stage/stageLines';

const useStyles = makeStyles(
  theme => ({
    frame: { overflowX: 'auto' },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: theme.typography.body2.fontSize,
      fontVariantNumeric: 'tabular-nums',
      '& th, & td': {
        textAlign: 'left',
        verticalAlign: 'top',
        padding: theme.spacing(0.75, 1),
        borderBottom: `1px solid ${theme.palette.divider}`,
        fontWeight: 'inherit',
      },
      '& td:not(:last-child)': { whiteSpace: 'nowrap' },
      '& thead': { color: theme.palette.text.secondary },
    },
  }),
  { name: 'StevedoreStageTable' },
);

export function StageTable() {
  const classes = useStyles();
  useLive();
  const { data, loading, failure, reload } = usePipeline();
  if (loading) return <Loading what="Reading the pipeline" />;
  if (failure?.kind === 'missing')
    return (
      <EmptyState title="No pipeline yet">
        The annotations are there; the pipeline is being read.
      </EmptyState>
    );
  if (!data)
    return (
      failure && (
        <ErrorNotice
          what="The pipeline cannot be shown"
          failure={failure}
          retry={reload}
        />
      )
    );
  if (data.stages.length === 0)
    return (
      <EmptyState title="No stages yet">
        {data.problems[0]?.message ?? 'The definition names no stage.'}
      </EmptyState>
    );
  const [waiting] = data.needsMe;
  return (
    <>
      {waiting && (
        <Notice tone="attention">
          {waiting.stage} waits for your approval of{' '}
          {freightVersion(waiting.freight)}
        </Notice>
      )}
      <div className={classes.frame}>
        <table className={classes.table} aria-label="Stages">
          <thead>
            <tr>
              <th scope="col">Stage</th>
              <th scope="col">Has</th>
              <th scope="col">State</th>
              <th scope="col">Next</th>
            </tr>
          </thead>
          <tbody>
            {data.stages.map(stage => (
              <StageRow
                key={stage.name}
                lines={stageLines(stage, data.freight)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function StageRow({ lines }: { lines: StageLines }) {
  return (
    <tr>
      <th scope="row">{lines.name}</th>
      <td>
        <Version>
          {lines.here.map(({ version }) => version).join(', ') || 'nothing yet'}
        </Version>{' '}
        {lines.since && <Since at={lines.since} />}
      </td>
      <td>
        <StateBadge badge={lines.badge} />
      </td>
      <td>
        {lines.next?.sentence}{' '}
        {lines.next?.clearsAt && <Countdown until={lines.next.clearsAt} />}
      </td>
    </tr>
  );
}
