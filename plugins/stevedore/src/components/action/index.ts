export { CopyButton } from './CopyButton';
export { DisabledReasonButton } from './DisabledReasonButton';
