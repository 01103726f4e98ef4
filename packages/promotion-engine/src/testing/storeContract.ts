import { Clock } from '../ports/runtime';
import { Store } from '../ports/store';
import { calendarContract } from './store/calendarContract';
import {
  chainContract,
  commitContract,
  concurrencyContract,
} from './store/ledgerContract';
import {
  claimContract,
  movableClock,
  observationContract,
} from './store/observationContract';
import { waitingContract } from './store/waitingContract';
import {
  freightContract,
  projectContract,
  promotionContract,
} from './store/projectionContract';

/**
 * What every store must do.
 *
 * @param makeStore - gives an empty store that reads the time from this clock.
 */
export function storeContract(
  name: string,
  makeStore: (clock: Clock) => Promise<Store>,
): void {
  const make = () => makeStore(movableClock());
  describe(`${name} is a Store`, () => {
    describe('commits', () => commitContract(make));
    describe('concurrent commits', () => concurrencyContract(make));
    describe('the chain', () => chainContract(make));
    describe('freight', () => freightContract(make));
    describe('promotions', () => promotionContract(make));
    describe('projects', () => projectContract(make));
    describe('the calendar', () => calendarContract(make));
    describe('what waits', () => waitingContract(make));
    describe('observations', () => observationContract(make));
    describe('claims', () => claimContract(makeStore));
  });
}
