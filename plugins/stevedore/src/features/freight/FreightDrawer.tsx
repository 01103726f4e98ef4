import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { FreightItem, Pipeline } from '@stevedore/plugin-stevedore-common';
import { CopyButton } from '../../components/action';
import { FreightReading } from '../../components/freight';
import { SidePanel } from '../../components/panel';
import { PersonName, Version } from '../../components/text';
import { RelativeTime } from '../../components/time';
import { useOneFreight } from '../../hooks/useOneFreight';
import { isPerson } from '../../lib/history/historySentence';
import { pipelineOrder } from '../../lib/stage/pipelineOrder';
import { freightVersion, originName } from '../../lib/words/names';
import { Alias } from './Alias';
import { Commits } from './Commits';
import { Compare } from './Compare';
import { FreightInStage } from './FreightInStage';
import { FreightVersions } from './FreightVersions';
import { Quarantine } from './Quarantine';

const useStyles = makeStyles(
  { stages: { listStyle: 'none', margin: 0, padding: 0 } },
  { name: 'StevedoreFreightDrawer' },
);

export interface FreightDrawerProps {
  pipeline: Pipeline;
  /** Its whole name. */
  freight: string;
  onClose: () => void;
  onPlan: (stage: string) => void;
  onPromotion: (promotion: string) => void;
  /** Compares it with other freight. */
  onCompare: (other: string) => void;
}

/** Everything about one freight: what is in it, and where it is, was and may go. */
export function FreightDrawer(props: FreightDrawerProps) {
  const { pipeline, freight: name, onClose } = props;
  const read = useOneFreight(pipeline.project, name);
  const { data } = read;
  const title = data ? (
    <>
      Freight <Version>{freightVersion(data)}</Version> {data.alias}
    </>
  ) : (
    'Freight'
  );
  return (
    <SidePanel narrow title={title} onClose={onClose}>
      <FreightReading named={name} read={read} />
      {data && <Body {...props} item={data} />}
    </SidePanel>
  );
}

function Body({
  pipeline,
  item,
  onPlan,
  onPromotion,
  onCompare,
}: FreightDrawerProps & { item: FreightItem }) {
  const classes = useStyles();
  return (
    <>
      <FreightVersions versions={item.versions} />
      <Commits project={pipeline.project} freight={item.name} />
      <Compare pipeline={pipeline} item={item} onCompare={onCompare} />
      <Typography variant="body2" component="div">
        {isPerson(item.createdBy) ? (
          <>
            Put together by <PersonName entityRef={item.createdBy} />
          </>
        ) : (
          `Found by warehouse ${originName(item.origin)}`
        )}{' '}
        <RelativeTime at={item.discoveredAt} />. Its name is{' '}
        <Version>{item.name}</Version>
      </Typography>
      <CopyButton text={item.name} what="the name" />
      <Alias pipeline={pipeline} item={item} />
      <Quarantine pipeline={pipeline} item={item} />
      <section>
        <Typography variant="subtitle1" component="h3">
          Stages
        </Typography>
        <ul className={classes.stages}>
          {pipelineOrder(pipeline.stages).map(stage => {
            const cell = item.cells.find(each => each.stage === stage.name);
            return (
              cell && (
                <FreightInStage
                  key={stage.name}
                  project={pipeline.project}
                  item={item}
                  stage={stage}
                  cell={cell}
                  onPlan={onPlan}
                  onPromotion={onPromotion}
                />
              )
            );
          })}
        </ul>
      </section>
    </>
  );
}
