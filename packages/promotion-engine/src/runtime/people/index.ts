export { createPeopleActs } from './createPeopleActs';
