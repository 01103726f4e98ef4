import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DisabledReasonButton } from './DisabledReasonButton';

const button = () => screen.getByRole('button', { name: 'Approve' });

it('keeps the focus when a reason comes and goes, and does nothing meanwhile', async () => {
  const onClick = jest.fn();
  const shown = (reason?: string) => (
    <DisabledReasonButton reason={reason} onClick={onClick}>
      Approve
    </DisabledReasonButton>
  );
  const { rerender } = render(shown());
  button().focus();
  rerender(shown('It is being decided.'));
  expect(button()).toHaveFocus();
  expect(button()).toHaveAttribute('aria-disabled', 'true');
  expect(button()).toHaveAccessibleDescription('It is being decided.');
  await userEvent.click(button());
  expect(onClick).not.toHaveBeenCalled();
  rerender(shown());
  expect(button()).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(onClick).toHaveBeenCalledTimes(1);
});
