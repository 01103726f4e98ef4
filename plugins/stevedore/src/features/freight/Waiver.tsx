import Typography from '@material-ui/core/Typography';
import {
  FreightCell,
  FreightItem,
  PipelineStage,
} from '@stevedore/plugin-stevedore-common';
import { ReasonedAct } from '../../components/action';
import { useFreightActs } from '../../hooks/useFreightActs';
import { Said } from './Said';

export interface WaiverProps {
  project: string;
  item: Pick<FreightItem, 'name'>;
  stage: PipelineStage;
  cell: FreightCell;
}

/** Who let the freight past verification into a stage; or doing that, where only verification or soak keeps it out. */
export function Waiver({ project, item, stage, cell }: WaiverProps) {
  const { waive } = useFreightActs(project, item.name);
  const { name } = stage;
  return (
    <>
      {cell.waived && (
        <Typography variant="body2" component="div">
          Let past verification by <Said mark={cell.waived} />
        </Typography>
      )}
      {cell.mayWaive && (
        <ReasonedAct
          id={`freight-waive-${name}`}
          label={`Let past verification for ${name}`}
          confirm="Let it past"
          means={`Verification and soak will not keep it out of ${name}, for good. Approvals and all other gates stay.`}
          whyNot={stage.whyNot?.waive}
          running={waive.running}
          failure={waive.failure}
          onAct={async reason =>
            (await waive.run({ stage: name, reason })) ?? false
          }
        />
      )}
    </>
  );
}
