export { createPeopleService } from './createPeopleService';
export type { PeopleService } from './PeopleService';
