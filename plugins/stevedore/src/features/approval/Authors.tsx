import Typography from '@material-ui/core/Typography';
import { PromotionDetail } from '@stevedore/plugin-stevedore-common';
import { Notice } from '../../components/notice';
import { PersonName } from '../../components/text';
import { asSentence } from '../../lib/words/plainRefs';

/** Who wrote the commits that it brings, where a rule keeps them from approving. */
export function Authors({
  authors,
}: {
  authors: NonNullable<PromotionDetail['authors']>;
}) {
  const { users, unmatched, unread } = authors;
  return (
    <>
      {users.length > 0 && (
        <Typography variant="body2">
          Its commits are by{' '}
          {users.map((user, index) => (
            <span key={user}>
              {index > 0 && ', '}
              <PersonName entityRef={user} />
            </span>
          ))}
          : whoever wrote them does not approve them.
        </Typography>
      )}
      {unmatched.length > 0 && (
        <Typography variant="body2">
          Nobody in the catalog has {unmatched.join(', ')}.
        </Typography>
      )}
      {unread.map(why => (
        <Notice key={why} tone="attention">
          {asSentence(why)}
        </Notice>
      ))}
    </>
  );
}
