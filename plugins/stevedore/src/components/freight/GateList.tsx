import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { GateVerdict } from '@stevedore/plugin-stevedore-common';
import { StateShape } from '../state';
import { clearedByWords } from '../../lib/plan/gateLines';
import { asSentence } from '../../lib/words/plainRefs';
import { Countdown } from '../time';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    gate: {
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0),
      fontSize: theme.typography.body2.fontSize,
    },
    shape: { paddingTop: 3 },
  }),
  { name: 'StevedoreGateList' },
);

/** Why it may not enter: each gate's sentence, who can clear it, when it clears by itself. */
export function GateList({ gates }: { gates: GateVerdict[] }) {
  const classes = useStyles();
  return (
    <>
      <Typography variant="subtitle2" component="h4">
        What is in the way
      </Typography>
      <ul className={classes.list}>
        {gates.map(({ gate, status, sentence, clearedBy, clearsAt }) => (
          <li key={`${gate} ${sentence}`} className={classes.gate}>
            <span className={classes.shape}>
              <StateShape
                shape={status === 'unknown' ? 'question' : 'bar'}
                tone="attention"
              />
            </span>
            <span>
              {asSentence(sentence)}{' '}
              {clearsAt && (
                <>
                  (<Countdown until={clearsAt} />){' '}
                </>
              )}
              {clearedByWords(clearedBy)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
