import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { UnmappedProject } from '@stevedore/plugin-stevedore-common';
import { ErrorNotice } from '../../components/notice';
import { Version } from '../../components/text';
import { useUnmapped } from '../../hooks/useUnmapped';
import { asSentence } from '../../lib/words/plainRefs';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      '& > li': {
        padding: theme.spacing(1, 0),
        borderTop: `1px solid ${theme.palette.divider}`,
        overflowWrap: 'anywhere',
      },
      '& p': { margin: 0 },
    },
  }),
  { name: 'StevedoreUnmapped' },
);

/** What a Kargo runs in a cluster and no component shows, and what would change that; nothing for who may not see it. */
export function Unmapped() {
  const classes = useStyles();
  const { data, failure, reload } = useUnmapped();
  if (failure && failure.kind !== 'forbidden')
    return (
      <ErrorNotice
        what="Projects without a component cannot be shown"
        failure={failure}
        retry={reload}
      />
    );
  const { items = [], unseen = [] } = failure ? {} : data ?? {};
  if (items.length === 0 && unseen.length === 0) return null;
  return (
    <section aria-labelledby="stevedore-unmapped">
      <Typography id="stevedore-unmapped" variant="h6" component="h2">
        Projects without a component
      </Typography>
      {items.length > 0 && (
        <p>
          Kargo runs these in their clusters. No component shows them, so they
          are not above.
        </p>
      )}
      {unseen.length > 0 && (
        <p>
          {unseen.join(', ')} cannot be seen now: what is there may have
          changed.
        </p>
      )}
      <ul className={classes.list}>
        {items.map(item => (
          <Item key={item.target} item={item} />
        ))}
      </ul>
    </section>
  );
}

function Item({ item: { target, reason, cure } }: { item: UnmappedProject }) {
  return (
    <li>
      <p>
        <Version>{target}</Version>
      </p>
      <p>{asSentence(reason)}</p>
      <p>{cure}</p>
    </li>
  );
}
