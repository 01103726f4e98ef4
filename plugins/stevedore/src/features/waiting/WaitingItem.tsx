import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { Notice } from '../../components/notice';
import { RelativeTime } from '../../components/time';
import { WaitingLine } from '../../lib/everywhere/waitingLines';
import { addressOf } from '../../lib/url/addressOf';

const useStyles = makeStyles(
  { link: { textDecoration: 'underline' } },
  { name: 'StevedoreWaitingItem' },
);

export interface WaitingItemProps {
  line: WaitingLine;
  /** Address of the component's tab. */
  tab?: string;
}

/** One thing to do, and the way to it. */
export function WaitingItem({ line, tab }: WaitingItemProps) {
  const classes = useStyles();
  const { project, stage, promotion, act, sentence, reason, since } = line;
  const drawer = { kind: 'promotion', promotion } as const;
  return (
    <li>
      <Notice
        tone="attention"
        actions={
          tab && (
            <Link
              to={addressOf(tab, { drawer })}
              className={classes.link}
              aria-label={`${act} of ${project}`}
            >
              {act}
            </Link>
          )
        }
      >
        <strong>
          {project}, {stage}
        </strong>{' '}
        {sentence} <RelativeTime at={since} />
        {reason && <>: “{reason}”</>}
      </Notice>
    </li>
  );
}
