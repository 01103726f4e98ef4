export { createPeopleActs } from './createPeopleActs';
export type { PeopleActs } from './createPeopleActs';
