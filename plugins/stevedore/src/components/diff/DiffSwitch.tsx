import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import { DiffView } from '../../lib/url/urlState';

const VIEWS: [DiffView, string][] = [
  ['unified', 'Unified'],
  ['split', 'Side by side'],
];

/** How differences are shown. */
export function DiffSwitch({
  view,
  onChange,
}: {
  view: DiffView;
  onChange: (view: DiffView) => void;
}) {
  return (
    <ButtonGroup size="small" aria-label="How differences are shown">
      {VIEWS.map(([each, words]) => (
        <Button
          key={each}
          aria-pressed={view === each}
          variant={view === each ? 'contained' : 'outlined'}
          onClick={() => onChange(each)}
        >
          {words}
        </Button>
      ))}
    </ButtonGroup>
  );
}
