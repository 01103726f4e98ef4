import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { EmptyState, ErrorNotice, Loading } from '../../components/notice';
import { OURS } from '../../components/ours';
import { SidePanel } from '../../components/panel';
import { useHistory } from '../../hooks/useHistory';
import { HistoryList } from './HistoryList';

export interface HistoryDrawerProps {
  project: string;
  /** Only what concerns this stage. */
  stage?: string;
  /** Names to choose from. */
  stages: readonly string[];
  onStage: (stage?: string) => void;
  onPromotion: (promotion: string) => void;
  onClose: () => void;
}

/** Who did what, when and why, newest first. */
export function HistoryDrawer({
  project,
  stage,
  stages,
  onStage,
  onPromotion,
  onClose,
}: HistoryDrawerProps) {
  const history = useHistory(project, stage);
  const { entries, loading, failure, more } = history;
  return (
    <SidePanel
      title={stage ? `History of ${stage}` : 'History'}
      onClose={onClose}
    >
      <TextField
        id="history-stage"
        select
        size="small"
        variant="outlined"
        label="Stage"
        value={stage ?? ''}
        InputLabelProps={{ shrink: true }}
        SelectProps={{
          displayEmpty: true,
          MenuProps: { PaperProps: OURS as object },
        }}
        onChange={event => onStage(event.target.value || undefined)}
      >
        <MenuItem value="">All stages</MenuItem>
        {stages.map(each => (
          <MenuItem key={each} value={each}>
            {each}
          </MenuItem>
        ))}
      </TextField>
      {loading && <Loading what="Reading the history" />}
      {failure && (
        <ErrorNotice
          what={
            entries.length > 0
              ? 'The history could not be read on'
              : 'The history cannot be shown'
          }
          failure={failure}
          retry={history.reload}
        />
      )}
      {!loading && !failure && entries.length === 0 && !more && (
        <EmptyState title="Nothing was decided here yet">
          Every promotion, approval, hold and refusal will stand here, with who
          and why.
        </EmptyState>
      )}
      <HistoryList entries={entries} onPromotion={onPromotion} />
      {more && (
        <Button
          size="small"
          variant="outlined"
          onClick={() => !history.loadingMore && history.loadMore()}
        >
          {history.loadingMore ? 'Reading older entries …' : 'Older entries'}
        </Button>
      )}
    </SidePanel>
  );
}
