import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { UIEvent, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { DisabledReasonButton } from '../../../components/action';
import { VisuallyHidden } from '../../../components/text';
import { useToday } from '../../../components/time';
import { FreightList } from '../../../hooks/useFreight';
import { useRecentlyChanged } from '../../../hooks/useRecentlyChanged';
import { gridRows } from '../../../lib/grid/gridRows';
import {
  Folds,
  StageGroup,
  stageSpots,
} from '../../../lib/stage/parallelStages';
import { CellPopover } from '../cell/CellPopover';
import { CellSubject } from '../cell/cellSubject';
import { GridBody } from './GridBody';
import { useGridStyles } from './gridStyles';
import { SpotHead } from './SpotHead';
import { useGridFocus } from './useGridFocus';
import { useWindow } from './useWindow';

/** Pixels from the end at which older freight is asked for. */
const AHEAD = 600;

export interface FreightGridProps {
  pipeline: Pipeline;
  list: FreightList;
  /** Another name is another list, not a change of this one. */
  listName: string;
  folds: Folds;
  onFold: (group: StageGroup) => void;
  onPlan: (stage: string, freight: string) => void;
  onPromotion: (promotion: string) => void;
  onFreight: (freight: string) => void;
}

/** Freight as a table that is walked by arrow keys; each cell has one thing to press. */
export function FreightGrid(props: FreightGridProps) {
  const { pipeline, list, listName, onPlan, onPromotion, onFreight } = props;
  const { folded, unfolded } = props.folds;
  const classes = useGridStyles();
  const frame = useRef<HTMLDivElement>(null);
  const today = useToday();
  const spots = useMemo(
    () => stageSpots(pipeline.stages, { folded, unfolded }),
    [pipeline, folded, unfolded],
  );
  const rows = useMemo(() => gridRows(list.items, today), [list.items, today]);
  const shown = useWindow(rows, frame);
  const { marked, said } = useRecentlyChanged(list.items, listName);
  const focus = useGridFocus(
    frame,
    { rows: list.items.length, columns: spots.length + 1 },
    index =>
      shown.scrollTo(
        rows.findIndex(row => row.kind === 'freight' && row.index === index),
      ),
  );
  const [subject, setSubject] = useState<CellSubject>();
  // first the focus is back in the cell, so that what opens next can return it there
  const leave = (then?: () => void) => {
    flushSync(() => setSubject(undefined));
    subject?.anchor.focus();
    then?.();
  };
  const onScroll = ({ currentTarget: at }: UIEvent) => {
    const left = at.scrollHeight - at.scrollTop - at.clientHeight;
    if (left < AHEAD && list.hasMore && !list.loadingMore) list.loadMore();
  };
  return (
    <div className={classes.frame} ref={frame} onScroll={onScroll}>
      <table
        role="grid"
        aria-label="Freight"
        aria-rowcount={list.hasMore ? -1 : rows.length + 1}
        className={classes.table}
        onKeyDown={focus.onKeyDown}
        onFocus={focus.onFocus}
      >
        <thead>
          <tr>
            <th scope="col" className={`${classes.head} ${classes.corner}`}>
              Freight
            </th>
            {spots.map(spot => (
              <SpotHead key={spot.key} spot={spot} onFold={props.onFold} />
            ))}
          </tr>
        </thead>
        <GridBody
          shown={shown}
          spots={spots}
          row={{
            active: focus.active,
            changed: marked,
            onFreight,
            onPlan,
            onCell: setSubject,
          }}
        />
      </table>
      <VisuallyHidden>
        <span aria-live="polite">{said}</span>
      </VisuallyHidden>
      {list.hasMore && <OlderButton list={list} />}
      {subject && (
        <CellPopover
          subject={subject}
          onClose={() => leave()}
          onPlan={(stage, freight) => leave(() => onPlan(stage, freight))}
          onPromotion={promotion => leave(() => onPromotion(promotion))}
        />
      )}
    </div>
  );
}

function OlderButton({ list }: { list: FreightList }) {
  const classes = useGridStyles();
  return (
    <div className={classes.more}>
      <DisabledReasonButton
        size="small"
        reason={list.loadingMore ? 'It is being read.' : undefined}
        onClick={list.loadMore}
      >
        {list.loadingMore ? 'Reading older freight …' : 'Older freight'}
      </DisabledReasonButton>
    </div>
  );
}
