export { PersonName } from './PersonName';
export { Version } from './Version';
