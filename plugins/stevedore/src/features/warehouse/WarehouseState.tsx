import Typography from '@material-ui/core/Typography';
import { PipelineWarehouse } from '@stevedore/plugin-stevedore-common';
import { Notice } from '../../components/notice';
import { Version } from '../../components/text';
import { RelativeTime } from '../../components/time';
import { duration } from '../../lib/time/relativeTime';

/** What it watches, how often, and what is the matter with it. */
export function WarehouseState({
  warehouse,
}: {
  warehouse: PipelineWarehouse;
}) {
  const { watches, intervalMs, checkedAt, error, conditions = [] } = warehouse;
  const bad = conditions.filter(
    ({ type, status }) =>
      (type === 'Ready' || type === 'Healthy') && status === 'False',
  );
  return (
    <section>
      <Typography variant="subtitle1" component="h3">
        What it watches
      </Typography>
      <ul>
        {watches.map(watched => (
          <li key={watched}>
            <Version>{watched}</Version>
          </li>
        ))}
      </ul>
      <Typography variant="body2" component="div">
        Every {duration(intervalMs)}, and when a webhook says so;{' '}
        {checkedAt ? (
          <>
            looked <RelativeTime at={checkedAt} />.
          </>
        ) : (
          'has not looked yet.'
        )}
      </Typography>
      {error && <Notice tone="bad">{error}</Notice>}
      {!error &&
        bad.map(({ type, message }) => (
          <Notice key={type} tone="bad">
            {message}
          </Notice>
        ))}
    </section>
  );
}
