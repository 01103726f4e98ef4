import { Notice } from '../../components/notice';
import { Reviewed } from './useReviewed';

/** Said aloud when the plan becomes another one while it is read. */
export function ChangedNotice({ reviewed }: { reviewed: Reviewed }) {
  const { changed, differences } = reviewed;
  return (
    <div aria-live="polite">
      {changed && (
        <Notice tone="attention">
          <strong>The plan changed since you opened it.</strong> Below is still
          the earlier one; it cannot be decided about any more.
          {differences.length > 0 && (
            <>
              {' '}
              The new one:
              <ul>
                {differences.map(each => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </>
          )}
        </Notice>
      )}
    </div>
  );
}
