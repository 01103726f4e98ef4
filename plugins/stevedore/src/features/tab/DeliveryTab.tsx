import { makeStyles } from '@material-ui/core/styles';
import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { ErrorNotice, Loading } from '../../components/notice';
import { useLive } from '../../hooks/useLive';
import { usePipeline } from '../../hooks/usePipeline';
import { useUrlState } from '../../hooks/useUrlState';
import { NeedsYou } from '../needs-you';
import { SetupGuide } from '../setup';
import { DrawerSwitch } from './DrawerSwitch';
import { LiveMark } from './LiveMark';

const useStyles = makeStyles(
  theme => ({
    tab: { minWidth: 0, '& > * + *': { marginTop: theme.spacing(3) } },
  }),
  { name: 'StevedoreDeliveryTab' },
);

/** The page: it reads once and puts the areas together. */
export function DeliveryTab() {
  const classes = useStyles();
  const { live } = useLive();
  const { data, loading, failure, reload } = usePipeline();
  if (loading) return <Loading what="Reading the pipeline" />;
  if (failure?.kind === 'missing') return <SetupGuide />;
  return (
    <div className={classes.tab}>
      {failure && (
        <ErrorNotice
          what={
            data
              ? 'The pipeline could not be read again'
              : 'The pipeline cannot be shown'
          }
          failure={failure}
          retry={reload}
        />
      )}
      {data && <Areas pipeline={data} live={live} />}
    </div>
  );
}

function Areas({ pipeline, live }: { pipeline: Pipeline; live: boolean }) {
  const { open } = useUrlState();
  return (
    <>
      <NeedsYou
        promotions={pipeline.needsMe}
        onReview={promotion => open({ kind: 'promotion', promotion })}
      />
      <LiveMark live={live} />
      <DrawerSwitch pipeline={pipeline} />
    </>
  );
}
