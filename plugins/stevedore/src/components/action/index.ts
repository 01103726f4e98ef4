export { CopyButton } from './CopyButton';
export { DisabledReasonButton } from './DisabledReasonButton';
export { ReasonedAct } from './ReasonedAct';
export { ReasonField } from './ReasonField';
export { DownloadButton } from './DownloadButton';
