export { PersonName } from './PersonName';
export { Version } from './Version';
export { VisuallyHidden } from './VisuallyHidden';
