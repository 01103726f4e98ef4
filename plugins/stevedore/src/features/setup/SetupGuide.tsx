import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { getEntityRelations, useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { hasPipeline } from '@stevedore/plugin-stevedore-common';
import { Loading } from '../../components/notice';
import { CopyButton } from '../../components/action';
import { annotationLines } from '../../lib/setup/annotationLines';

const useStyles = makeStyles(
  theme => ({
    lines: {
      fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
      fontSize: theme.typography.body2.fontSize,
      padding: theme.spacing(2),
      margin: theme.spacing(2, 0),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.default,
      color: theme.palette.text.primary,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'StevedoreSetupGuide' },
);

const SLUG = 'github.com/project-slug';

/** What an entity without a pipeline shows: the lines that start one, filled in with its own name. */
export function SetupGuide() {
  const classes = useStyles();
  const { entity } = useEntity();
  if (hasPipeline(entity))
    return (
      <Loading what="The annotations are there. The pipeline is being read; that takes a few seconds" />
    );
  const [owner] = getEntityRelations(entity, RELATION_OWNED_BY);
  const { name, annotations } = entity.metadata;
  const lines = annotationLines({
    name,
    organisation: annotations?.[SLUG]?.split('/')[0],
    owner: owner && stringifyEntityRef(owner),
  });
  return (
    <InfoCard title={`Start a pipeline for ${name}`}>
      <Typography>
        Put these lines under <code>metadata.annotations</code> in the
        catalog-info.yaml of {name}, and change what differs: which stages there
        are, which image is watched, where its version is written, and who
        approves. The pipeline is here some seconds after the catalog has read
        the file.
      </Typography>
      <section aria-label="Annotations">
        <pre className={classes.lines}>{lines}</pre>
      </section>
      <CopyButton text={lines} what="the lines" />
    </InfoCard>
  );
}
