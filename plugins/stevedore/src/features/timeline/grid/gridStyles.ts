import { makeStyles } from '@material-ui/core/styles';

export const useGridStyles = makeStyles(
  theme => ({
    frame: {
      // what is hidden for the eye is placed absolutely, and scrolls along
      position: 'relative',
      overflow: 'auto',
      maxHeight: 'min(75vh, 960px)',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
    },
    table: {
      // `collapse` would leave the lines of sticky cells behind
      borderCollapse: 'separate',
      borderSpacing: 0,
      minWidth: '100%',
      fontSize: theme.typography.body2.fontSize,
      fontVariantNumeric: 'tabular-nums',
      color: theme.palette.text.primary,
      '& th, & td': {
        padding: 0,
        textAlign: 'left',
        verticalAlign: 'top',
        fontWeight: 'inherit',
        borderBottom: `1px solid ${theme.palette.divider}`,
        backgroundColor: theme.palette.background.paper,
      },
    },
    head: {
      position: 'sticky',
      top: 0,
      zIndex: 2,
      minWidth: 152,
      '$table &': { padding: theme.spacing(1), fontWeight: 'bold' },
    },
    fold: { marginTop: theme.spacing(0.5), fontWeight: 'normal' },
    corner: { left: 0, zIndex: 3 },
    day: {
      '$table &': {
        padding: theme.spacing(1),
        color: theme.palette.text.secondary,
      },
    },
    dayLabel: { position: 'sticky', left: theme.spacing(1) },
    first: {
      position: 'sticky',
      left: 0,
      zIndex: 1,
      width: 240,
      minWidth: 200,
      maxWidth: 280,
      borderRight: `1px solid ${theme.palette.divider}`,
      [theme.breakpoints.down('sm')]: { minWidth: 136, maxWidth: 136 },
    },
    more: { padding: theme.spacing(1) },
  }),
  { name: 'StevedoreFreightGrid' },
);

export const useCellStyles = makeStyles(
  theme => ({
    changed: {
      boxShadow: `inset 3px 0 0 ${theme.palette.status.running}`,
    },
    button: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      justifyContent: 'flex-start',
      gap: theme.spacing(0.25),
      width: '100%',
      minHeight: 48,
      padding: theme.spacing(1),
      // a plain button: hundreds of them come and go while somebody scrolls
      border: 0,
      background: 'none',
      color: 'inherit',
      cursor: 'pointer',
      font: 'inherit',
      textAlign: 'left',
      '&:hover': { backgroundColor: theme.palette.action.hover },
    },
    act: { padding: theme.spacing(1) },
    note: {
      display: '-webkit-box',
      WebkitLineClamp: 2,
      WebkitBoxOrient: 'vertical',
      overflow: 'hidden',
      maxWidth: 220,
      color: theme.palette.text.secondary,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'StevedoreFreightCell' },
);
