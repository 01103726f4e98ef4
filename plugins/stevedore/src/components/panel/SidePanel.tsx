import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode, useEffect, useId, useRef } from 'react';
import { useOurs } from '../ours';

/** By which a panel is known to the next one. */
const PANEL = 'stevedore-side-panel';

const useStyles = makeStyles(
  theme => ({
    paper: {
      width: 'min(100vw, 880px)',
      fontFamily: theme.typography.fontFamily,
      display: 'flex',
      flexDirection: 'column',
    },
    narrow: { width: 'min(100vw, 560px)' },
    header: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(2),
      padding: theme.spacing(2),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    title: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
    body: {
      flex: 1,
      overflow: 'auto',
      padding: theme.spacing(2),
      '& > * + *': { marginTop: theme.spacing(2) },
    },
    footer: {
      padding: theme.spacing(1.5, 2),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    close: { color: theme.palette.text.secondary },
  }),
  { name: 'StevedoreSidePanel' },
);

export interface SidePanelProps {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
  /** What can be done, always in sight. */
  footer?: ReactNode;
  /** Less room, for what is only text. */
  narrow?: boolean;
}

/**
 * What is opened beside the page: a dialog that holds the focus, closes on Esc, and gives
 * the focus back to what it was opened from. Render it only while it is open.
 */
export function SidePanel({
  title,
  onClose,
  children,
  footer,
  narrow,
}: SidePanelProps) {
  const classes = useStyles();
  const ours = useOurs(PANEL, classes.paper, narrow ? classes.narrow : '');
  const id = useId();
  useFocusReturn();
  return (
    <Drawer
      open
      anchor="right"
      onClose={onClose}
      disableRestoreFocus
      transitionDuration={0}
      PaperProps={{
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': id,
        ...ours,
      }}
    >
      <header className={classes.header}>
        <Typography
          id={id}
          variant="h6"
          component="h2"
          className={classes.title}
        >
          {title}
        </Typography>
        <IconButton
          size="small"
          className={classes.close}
          onClick={onClose}
          aria-label="Close"
        >
          <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
            <path
              d="m6 6 12 12M18 6 6 18"
              stroke="currentColor"
              strokeWidth="2"
            />
          </svg>
        </IconButton>
      </header>
      <div
        className={classes.body}
        // what scrolls has to be reachable by keyboard
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        data-focus-inside
        role="region"
        aria-labelledby={id}
      >
        {children}
      </div>
      {footer && <footer className={classes.footer}>{footer}</footer>}
    </Drawer>
  );
}

/** What the first of several panels that opened each other was opened from. */
let openedFrom: { element: HTMLElement; id: string } | undefined;

/** The grid may have rendered anew meanwhile, so an element that is gone is looked up by its id. */
function useFocusReturn() {
  const opener = useRef<typeof openedFrom>();
  if (!opener.current && document.activeElement instanceof HTMLElement) {
    const element = document.activeElement;
    // what stands in a panel is gone when the next one closes
    if (!element.closest(`.${PANEL}`)) openedFrom = { element, id: element.id };
    opener.current = openedFrom;
  }
  useEffect(
    () => () => {
      const { element, id } = opener.current ?? {};
      const target = element?.isConnected
        ? element
        : document.getElementById(id ?? '') ??
          document.querySelector<HTMLElement>('[data-stevedore][tabindex]');
      // after the dialog has let go of the focus
      queueMicrotask(() => target?.focus());
    },
    [],
  );
}
