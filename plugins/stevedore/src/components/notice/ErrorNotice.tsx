import Button from '@material-ui/core/Button';
import { Failure } from '../../lib/read/failure';
import { Notice } from './Notice';

export interface ErrorNoticeProps {
  failure: Failure;
  /** What could not be done, e.g. `The pipeline cannot be shown`. */
  what: string;
  retry?: () => void;
}

const CURES: Partial<Record<Failure['kind'], string>> = {
  forbidden: 'Ask whoever looks after this portal’s permissions.',
  broken: 'What is shown may be old. It is tried again by itself.',
};

/** Why something cannot be shown or done, in the backend's words, and what helps. */
export function ErrorNotice({ failure, what, retry }: ErrorNoticeProps) {
  const mayRetry = retry && failure.kind !== 'forbidden';
  return (
    <Notice
      role="alert"
      tone={failure.kind === 'forbidden' ? 'attention' : 'bad'}
      actions={
        mayRetry && (
          <Button size="small" variant="outlined" onClick={retry}>
            Try again
          </Button>
        )
      }
    >
      <strong>{what}.</strong> {failure.sentence} {CURES[failure.kind]}
    </Notice>
  );
}
