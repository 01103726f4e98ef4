import { alpha, makeStyles } from '@material-ui/core/styles';

/** Colours come from the host's palette, thin enough that text on them stays readable. */
export const useDiffStyles = makeStyles(
  theme => ({
    table: {
      width: '100%',
      tableLayout: 'fixed',
      borderCollapse: 'collapse',
      fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
      fontSize: theme.typography.caption.fontSize,
      color: theme.palette.text.primary,
    },
    // a fixed layout takes its widths from here, not from the cells
    numberColumn: { width: '6ch' },
    signColumn: { width: '2ch' },
    number: {
      padding: theme.spacing(0, 0.5),
      textAlign: 'right',
      verticalAlign: 'top',
      fontWeight: 'inherit',
      fontVariantNumeric: 'tabular-nums',
      userSelect: 'none',
      color: theme.palette.text.secondary,
    },
    sign: {
      verticalAlign: 'top',
      textAlign: 'center',
      userSelect: 'none',
    },
    text: {
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      verticalAlign: 'top',
      textAlign: 'left',
      padding: theme.spacing(0, 0.5),
    },
    hunk: {
      padding: theme.spacing(0.5),
      textAlign: 'left',
      fontWeight: 'inherit',
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.background.default,
      overflowWrap: 'anywhere',
    },
    same: {},
    note: { fontStyle: 'italic' },
    added: {
      backgroundColor: alpha(theme.palette.status.ok, 0.14),
      '& $number': { color: theme.palette.text.primary },
    },
    removed: {
      backgroundColor: alpha(theme.palette.status.error, 0.14),
      '& $number': { color: theme.palette.text.primary },
    },
    addedCell: { backgroundColor: alpha(theme.palette.status.ok, 0.14) },
    removedCell: { backgroundColor: alpha(theme.palette.status.error, 0.14) },
    emptyCell: { backgroundColor: theme.palette.background.default },
  }),
  { name: 'StevedoreDiff' },
);
