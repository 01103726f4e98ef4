import { makeStyles } from '@material-ui/core/styles';
import { FreightItem, Pipeline } from '@stevedore/plugin-stevedore-common';
import { ReasonedAct } from '../../components/action';
import { Notice } from '../../components/notice';
import { useFreightActs } from '../../hooks/useFreightActs';
import { Said } from './Said';

const useStyles = makeStyles(
  theme => ({ section: { '& > * + *': { marginTop: theme.spacing(1) } } }),
  { name: 'StevedoreQuarantine' },
);

export interface QuarantineProps {
  pipeline: Pick<Pipeline, 'project' | 'whyNot'>;
  item: FreightItem;
}

/** Whether the freight is known to be bad, who said so and why; marking it, and taking that back. */
export function Quarantine({ pipeline, item }: QuarantineProps) {
  const classes = useStyles();
  const { quarantine, lift } = useFreightActs(pipeline.project, item.name);
  const marked = item.quarantine;
  const action = marked ? lift : quarantine;
  const words = marked
    ? {
        label: 'Lift the quarantine',
        confirm: 'Lift',
        means: 'Stages take it again, as far as their gates let it in.',
      }
    : {
        label: 'Quarantine',
        confirm: 'Quarantine',
        means:
          'No stage takes it any more, and promotions of it that have not begun are aborted. Where it is it stays.',
      };
  return (
    <section className={classes.section}>
      {marked && (
        <Notice tone="bad">
          Quarantined by <Said mark={marked} />
        </Notice>
      )}
      <ReasonedAct
        {...words}
        id="freight-quarantine"
        whyNot={marked ? pipeline.whyNot?.lift : pipeline.whyNot?.quarantine}
        running={action.running}
        failure={action.failure}
        onAct={async reason => (await action.run({ reason })) ?? false}
      />
    </section>
  );
}
