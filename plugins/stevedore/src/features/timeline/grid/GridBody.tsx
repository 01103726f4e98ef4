import { GridPosition } from '../../../lib/grid/moveFocus';
import { StageSpot } from '../../../lib/stage/parallelStages';
import { FreightRow, FreightRowProps } from './FreightRow';
import { useGridStyles } from './gridStyles';
import { Window } from './useWindow';

/** What every row is given. */
type EveryRow = Pick<FreightRowProps, 'onFreight' | 'onPlan' | 'onCell'> & {
  /** Names of freight that changed in the last ten seconds. */
  changed: ReadonlySet<string>;
  /** What Tab reaches. */
  active: GridPosition;
};

export interface GridBodyProps {
  shown: Window;
  spots: StageSpot[];
  row: EveryRow;
}

/** Days and freight; what is out of sight is only its height. */
export function GridBody({ shown, spots, row: every }: GridBodyProps) {
  const classes = useGridStyles();
  const { changed, active, ...handlers } = every;
  return (
    <tbody>
      <Gap height={shown.before} />
      {shown.rows.map(({ row, at }) => (
        <tr
          key={row.key}
          ref={shown.measure}
          data-index={at}
          aria-rowindex={at + 2}
        >
          {row.kind === 'day' ? (
            <th
              scope="rowgroup"
              colSpan={spots.length + 1}
              className={classes.day}
            >
              <span className={classes.dayLabel}>{row.label}</span>
            </th>
          ) : (
            <FreightRow
              {...handlers}
              item={row.item}
              index={row.index}
              spots={spots}
              changed={changed.has(row.key)}
              activeColumn={
                row.index === active.row ? active.column : undefined
              }
            />
          )}
        </tr>
      ))}
      <Gap height={shown.after} />
    </tbody>
  );
}

function Gap({ height }: { height: number }) {
  if (height === 0) return null;
  return (
    <tr aria-hidden="true">
      <td style={{ height }} />
    </tr>
  );
}
