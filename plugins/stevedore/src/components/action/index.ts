export { CopyButton } from './CopyButton';
export { DisabledReasonButton } from './DisabledReasonButton';
export { ReasonField } from './ReasonField';
export { DownloadButton } from './DownloadButton';
