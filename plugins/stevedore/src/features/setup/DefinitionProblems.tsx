import { makeStyles } from '@material-ui/core/styles';
import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { Notice } from '../../components/notice';
import { Version } from '../../components/text';
import { problemPlace } from '../../lib/setup/problemPlace';

const useStyles = makeStyles(
  theme => ({
    section: { '& > * + *': { marginTop: theme.spacing(1) } },
    line: { marginTop: theme.spacing(0.5) },
  }),
  { name: 'StevedoreDefinitionProblems' },
);

/** What is wrong with the definition, where, and what to do; and what runs meanwhile. */
export function DefinitionProblems({ pipeline }: { pipeline: Pipeline }) {
  const classes = useStyles();
  const { problems, stages, paused } = pipeline;
  if (problems.length === 0 && !paused) return null;
  const broken = problems.some(({ severity }) => severity === 'error');
  return (
    <section aria-label="Definition" className={classes.section}>
      {paused && (
        <Notice tone="attention">
          <strong>The pipeline is paused.</strong> {paused}
        </Notice>
      )}
      {broken && (
        <Notice tone="bad">
          <strong>The definition cannot be used.</strong>{' '}
          {stages.length > 0
            ? 'The last good one keeps running; what is shown below is that one.'
            : 'Nothing runs until it is mended.'}
        </Notice>
      )}
      {problems.map(problem => {
        const place = problemPlace(problem);
        return (
          <Notice
            key={JSON.stringify(problem)}
            tone={problem.severity === 'error' ? 'bad' : 'attention'}
          >
            <div>{problem.message}</div>
            {place && (
              <div className={classes.line}>
                at <Version>{place}</Version>
              </div>
            )}
            <div className={classes.line}>{problem.cure}</div>
          </Notice>
        );
      })}
    </section>
  );
}
