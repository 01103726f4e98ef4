import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { Pipeline, WarehouseDetail } from '@stevedore/plugin-stevedore-common';
import { EmptyState, ErrorNotice, Loading } from '../../components/notice';
import { SidePanel } from '../../components/panel';
import { useWarehouse } from '../../hooks/useWarehouse';
import { AssembleForm } from './AssembleForm';
import { FoundList } from './FoundList';
import { WarehouseState } from './WarehouseState';

export interface WarehouseDrawerProps {
  pipeline: Pipeline;
  /** Its name. */
  warehouse: string;
  onWarehouse: (warehouse: string) => void;
  /** Opens freight that was put together. */
  onFreight: (freight: string) => void;
  onClose: () => void;
}

/** What one warehouse watches and found, and putting freight together of that. */
export function WarehouseDrawer(props: WarehouseDrawerProps) {
  const { pipeline, warehouse, onWarehouse, onClose } = props;
  const { project, warehouses } = pipeline;
  const { data, loading, failure, reload } = useWarehouse(project, warehouse);
  return (
    <SidePanel narrow title={`Warehouse ${warehouse}`} onClose={onClose}>
      {warehouses.length > 1 && (
        <TextField
          id="warehouse-shown"
          select
          size="small"
          variant="outlined"
          label="Warehouse"
          value={warehouse}
          InputLabelProps={{ shrink: true }}
          onChange={event => onWarehouse(event.target.value)}
        >
          {warehouses.map(({ name }) => (
            <MenuItem key={name} value={name}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
      {loading && <Loading what="Reading what was found" />}
      {failure?.kind === 'missing' && (
        <EmptyState title={`There is no warehouse ${warehouse}`}>
          {failure.sentence}
        </EmptyState>
      )}
      {failure && failure.kind !== 'missing' && (
        <ErrorNotice
          what="What was found cannot be shown"
          failure={failure}
          retry={reload}
        />
      )}
      {data && <Body {...props} detail={data} />}
    </SidePanel>
  );
}

function Body({
  pipeline,
  detail,
  onFreight,
}: WarehouseDrawerProps & { detail: WarehouseDetail }) {
  const { warehouse, found } = detail;
  return (
    <>
      <WarehouseState warehouse={warehouse} />
      <FoundList found={found} />
      {found.length > 0 && (
        <AssembleForm
          // what was chosen of one is nothing to another
          key={warehouse.name}
          project={pipeline.project}
          detail={detail}
          whyNot={pipeline.whyNot?.assemble}
          onFreight={onFreight}
        />
      )}
    </>
  );
}
