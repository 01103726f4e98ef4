import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import Switch from '@material-ui/core/Switch';
import TextField from '@material-ui/core/TextField';
import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { SearchField } from '../../../components/filter';
import { FreightFilter } from '../../../hooks/useFreight';
import { pipelineOrder } from '../../../lib/stage/pipelineOrder';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      // a label of the secondary colour has too little contrast on the page itself
      '& label': { color: theme.palette.text.primary, marginLeft: 0 },
      '& label:has(:focus-visible)': {
        outline: `2px solid ${theme.palette.primary.main}`,
      },
      '& label > span:last-child': {
        fontSize: theme.typography.body2.fontSize,
      },
    },
    warehouse: { minWidth: 140 },
  }),
  { name: 'StevedoreFilterBar' },
);

export interface FilterBarProps {
  pipeline: Pipeline;
  filter: FreightFilter;
  onFilter: (change: Partial<FreightFilter>) => void;
}

export function FilterBar({ pipeline, filter, onFilter }: FilterBarProps) {
  const classes = useStyles();
  const { warehouses, stages } = pipeline;
  const last = pipelineOrder(stages).pop()?.name;
  return (
    <div className={classes.bar} role="search" aria-label="Freight">
      <SearchField
        id="freight-search"
        placeholder="version or alias"
        value={filter.search}
        onChange={search => onFilter({ search })}
      />
      {warehouses.length > 1 && (
        <TextField
          select
          size="small"
          variant="outlined"
          label="Warehouse"
          id="freight-warehouse"
          className={classes.warehouse}
          value={filter.warehouse ?? ''}
          onChange={({ target }) =>
            onFilter({ warehouse: target.value || undefined })
          }
          SelectProps={{ native: true }}
          InputLabelProps={{ shrink: true }}
        >
          <option value="">all</option>
          {warehouses.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </TextField>
      )}
      {last && (
        <FormControlLabel
          control={
            <Switch
              size="small"
              color="primary"
              checked={filter.notIn !== undefined}
              onChange={(_, on) => onFilter({ notIn: on ? last : undefined })}
            />
          }
          label={`only not yet in ${filter.notIn ?? last}`}
        />
      )}
    </div>
  );
}
