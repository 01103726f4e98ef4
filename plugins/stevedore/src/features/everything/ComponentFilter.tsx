import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import Switch from '@material-ui/core/Switch';
import { SearchField } from '../../components/filter';
import { EverywhereFilter } from '../../hooks/useEverywhere';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      '& label': { color: theme.palette.text.primary, marginLeft: 0 },
      '& label:has(:focus-visible)': {
        outline: `2px solid ${theme.palette.primary.main}`,
      },
      '& label > span:last-child': {
        fontSize: theme.typography.body2.fontSize,
      },
    },
  }),
  { name: 'StevedoreComponentFilter' },
);

const SWITCHES: [keyof EverywhereFilter & ('mine' | 'waiting'), string][] = [
  ['mine', 'only mine'],
  ['waiting', 'only where something waits'],
];

export interface ComponentFilterProps {
  filter: EverywhereFilter;
  onFilter: (change: EverywhereFilter) => void;
}

/** Which components are shown. */
export function ComponentFilter({ filter, onFilter }: ComponentFilterProps) {
  const classes = useStyles();
  return (
    <div className={classes.bar} role="search" aria-label="Components">
      <SearchField
        id="component-search"
        placeholder="component"
        value={filter.search}
        onChange={search => onFilter({ search })}
      />
      {SWITCHES.map(([name, label]) => (
        <FormControlLabel
          key={name}
          label={label}
          control={
            <Switch
              size="small"
              color="primary"
              checked={filter[name] ?? false}
              onChange={(_, on) => onFilter({ [name]: on || undefined })}
            />
          }
        />
      ))}
    </div>
  );
}
