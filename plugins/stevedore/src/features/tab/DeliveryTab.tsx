import { makeStyles } from '@material-ui/core/styles';
import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { ErrorNotice, Loading } from '../../components/notice';
import { LiveMark } from '../../components/state';
import { useLive } from '../../hooks/useLive';
import { usePipeline } from '../../hooks/usePipeline';
import { useUrlState } from '../../hooks/useUrlState';
import { StageGroup, toggleFold } from '../../lib/stage/parallelStages';
import { Stops } from '../calendar';
import { NeedsYou } from '../needs-you';
import { PipelineSection } from '../pipeline';
import { RunBy } from '../run-by';
import { DefinitionProblems, SetupGuide } from '../setup';
import { TimelineSection } from '../timeline';
import { DrawerSwitch } from './DrawerSwitch';

const useStyles = makeStyles(
  theme => ({
    tab: {
      minWidth: 0,
      // the new system's page has a font of its own
      fontFamily: theme.typography.fontFamily,
      '& > * + *': { marginTop: theme.spacing(3) },
    },
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
  const { state, update, open } = useUrlState();
  const { search, warehouse, notIn, folded, unfolded } = state;
  const folding = {
    folds: { folded, unfolded },
    onFold: (group: StageGroup) =>
      update(toggleFold(group, { folded, unfolded }), { replace: true }),
  };
  const openStage = (stage: string) => open({ kind: 'stage', stage });
  const openWarehouse = (of: string) => open({ kind: 'warehouse', of });
  const openPromotion = (promotion: string) =>
    open({ kind: 'promotion', promotion });
  return (
    <>
      <NeedsYou promotions={pipeline.needsMe} onReview={openPromotion} />
      <RunBy pipeline={pipeline} />
      <Stops pipeline={pipeline} />
      <DefinitionProblems pipeline={pipeline} />
      <PipelineSection
        pipeline={pipeline}
        view={state.view}
        onView={view => update({ view }, { replace: true })}
        onStage={openStage}
        onWarehouse={openWarehouse}
        onHistory={() => open({ kind: 'history' })}
        onCalendar={() => open({ kind: 'calendar' })}
        mark={<LiveMark live={live} />}
        {...folding}
      />
      {pipeline.stages.length > 0 && !pipeline.runBy?.unseen && (
        <TimelineSection
          pipeline={pipeline}
          filter={{ search, warehouse, notIn }}
          {...folding}
          onFilter={change => update(change, { replace: true })}
          onPlan={(stage, freight) => open({ kind: 'plan', stage, freight })}
          onPromotion={openPromotion}
          onFreight={freight => open({ kind: 'freight', freight })}
          onAssemble={openWarehouse}
        />
      )}
      <DrawerSwitch pipeline={pipeline} />
    </>
  );
}
