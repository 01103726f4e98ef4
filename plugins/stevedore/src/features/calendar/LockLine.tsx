import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { LockItem } from '@stevedore/plugin-stevedore-common';
import { useState } from 'react';
import { DisabledReasonButton } from '../../components/action';
import { Notice } from '../../components/notice';
import { Countdown, RelativeTime } from '../../components/time';
import { asBeginning, asSentence } from '../../lib/words/plainRefs';
import { ReleaseForm } from './ReleaseForm';

const useStyles = makeStyles(
  { link: { textDecoration: 'underline' } },
  { name: 'StevedoreLockLine' },
);

export interface LockLineProps {
  /** Whose page it stands on; absent: that of the platform. */
  project?: string;
  lock: LockItem;
  /** Where it stands; the same lock may stand in two places. */
  at: 'top' | 'drawer';
}

/** What is locked, by whom and why, and releasing it. */
export function LockLine({ project, lock, at: place }: LockLineProps) {
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const { id, sentence, at, until, link, whyNot } = lock;
  return (
    <Notice
      tone="bad"
      actions={
        <DisabledReasonButton
          id={`release-${place}-${id}`}
          size="small"
          variant="outlined"
          reason={whyNot && asSentence(whyNot)}
          onClick={() => setOpen(!open)}
        >
          Release…
        </DisabledReasonButton>
      }
    >
      {asBeginning(sentence)} · <RelativeTime at={at} />
      {until && (
        <>
          , <Countdown until={until} />
        </>
      )}
      {link && /^https?:/.test(link) && (
        <>
          {' '}
          <Link to={link} className={classes.link}>
            more about it
          </Link>
        </>
      )}
      {open && !whyNot && (
        <ReleaseForm
          project={project}
          lock={lock}
          onClose={() => setOpen(false)}
        />
      )}
    </Notice>
  );
}
