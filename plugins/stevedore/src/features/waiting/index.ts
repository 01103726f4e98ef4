export { WaitingOnMe } from './WaitingOnMe';
