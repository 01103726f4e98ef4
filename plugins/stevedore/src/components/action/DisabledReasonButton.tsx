import Button, { ButtonProps } from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import { ReactNode, useId } from 'react';
import { VisuallyHidden } from '../text';

const useStyles = makeStyles(
  theme => ({
    disabled: {
      cursor: 'not-allowed',
      color: theme.palette.text.secondary,
      borderColor: theme.palette.divider,
      backgroundColor: 'transparent',
      boxShadow: 'none',
      '&:hover': { backgroundColor: 'transparent', boxShadow: 'none' },
    },
    tooltip: { fontSize: theme.typography.caption.fontSize },
  }),
  { name: 'StevedoreDisabledReasonButton' },
);

export interface DisabledReasonButtonProps
  extends Pick<
    ButtonProps,
    | 'id'
    | 'color'
    | 'variant'
    | 'size'
    | 'tabIndex'
    | 'aria-label'
    | 'aria-expanded'
    | 'startIcon'
  > {
  /** Why it cannot be pressed now, from the backend; absent when it can. */
  reason?: string;
  onClick: () => void;
  children: ReactNode;
}

/**
 * A button that says why it does not work. It stays reachable by keyboard
 * (`aria-disabled`, not `disabled`), so that everybody can get at the reason.
 */
export function DisabledReasonButton({
  reason,
  onClick,
  children,
  ...button
}: DisabledReasonButtonProps) {
  const classes = useStyles();
  const id = useId();
  // the same elements with a reason and without, so that the focus stays where it is
  return (
    <>
      <Tooltip title={reason ?? ''} classes={{ tooltip: classes.tooltip }}>
        <Button
          {...button}
          {...(reason ? refused(button.variant) : { onClick })}
          className={reason && classes.disabled}
          aria-describedby={reason && id}
        >
          {children}
        </Button>
      </Tooltip>
      {reason && <VisuallyHidden id={id}>{reason}</VisuallyHidden>}
    </>
  );
}

function refused(variant: ButtonProps['variant']) {
  return {
    color: 'default',
    variant: variant === 'text' ? 'text' : 'outlined',
    'aria-disabled': true,
    disableRipple: true,
  } as const;
}
