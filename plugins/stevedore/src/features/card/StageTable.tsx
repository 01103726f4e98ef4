import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { Pipeline } from '@stevedore/plugin-stevedore-common';
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
import { stageLines, StageLines } from '../../lib/stage/stageLines';
import { addressOf } from '../../lib/url/addressOf';
import { freightVersion } from '../../lib/words/names';

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
    // colour alone would not tell a link from the words around it
    link: { textDecoration: 'underline' },
    tab: { marginTop: theme.spacing(1) },
  }),
  { name: 'StevedoreStageTable' },
);

/** @param tab address of the entity's tab; without it nothing is a link */
export function StageTable({ tab }: { tab?: string }) {
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
  return <Stages pipeline={data} tab={tab} />;
}

function Stages({ pipeline, tab }: { pipeline: Pipeline; tab?: string }) {
  const classes = useStyles();
  const { stages, freight } = pipeline;
  return (
    <>
      <Waiting pipeline={pipeline} tab={tab} />
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
            {stages.map(stage => (
              <StageRow
                key={stage.name}
                lines={stageLines(stage, freight)}
                tab={tab}
              />
            ))}
          </tbody>
        </table>
      </div>
      {tab && (
        <div className={classes.tab}>
          <Link to={tab} className={classes.link}>
            Pipeline and freight
          </Link>
        </div>
      )}
    </>
  );
}

/** The one thing that waits for the reader. */
function Waiting({ pipeline, tab }: { pipeline: Pipeline; tab?: string }) {
  const classes = useStyles();
  const [waiting] = pipeline.needsMe;
  if (!waiting) return null;
  const drawer = { kind: 'promotion', promotion: waiting.name } as const;
  const version = freightVersion(waiting.freight);
  return (
    <Notice
      tone="attention"
      actions={
        tab && (
          <Link
            to={addressOf(tab, { drawer })}
            className={classes.link}
            aria-label={`Review ${version} for ${waiting.stage}`}
          >
            Review
          </Link>
        )
      }
    >
      {waiting.stage} waits for your approval of {version}
    </Notice>
  );
}

function StageRow({ lines, tab }: { lines: StageLines; tab?: string }) {
  const classes = useStyles();
  const { name } = lines;
  const drawer = { kind: 'stage', stage: name } as const;
  return (
    <tr>
      <th scope="row">
        {tab ? (
          <Link to={addressOf(tab, { drawer })} className={classes.link}>
            {name}
          </Link>
        ) : (
          name
        )}
      </th>
      <td>
        {lines.here.length === 0 && 'nothing yet'}
        <Version>
          {lines.here.map(({ version }) => version).join(', ')}
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
