export { EmptyState } from './EmptyState';
export { ErrorNotice } from './ErrorNotice';
export { Loading } from './Loading';
export { Notice } from './Notice';
