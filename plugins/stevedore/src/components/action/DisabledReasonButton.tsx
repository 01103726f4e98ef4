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
  if (!reason)
    return (
      <Button {...button} onClick={onClick}>
        {children}
      </Button>
    );
  return (
    <>
      <Tooltip title={reason}>
        <Button
          {...button}
          color="default"
          variant={button.variant === 'text' ? 'text' : 'outlined'}
          className={classes.disabled}
          aria-disabled
          aria-describedby={id}
          disableRipple
        >
          {children}
        </Button>
      </Tooltip>
      <VisuallyHidden id={id}>{reason}</VisuallyHidden>
    </>
  );
}
