import { Person } from './Person';

const KEY = 'stevedore.demo.person';

/** The name chosen in this browser tab, if the demo still knows it. */
export function recallPerson(people: Person[]): string | undefined {
  const name = window.sessionStorage.getItem(KEY);
  return people.find(person => person.name === name)?.name;
}

export function rememberPerson(name: string): void {
  window.sessionStorage.setItem(KEY, name);
}

export function forgetPerson(): void {
  window.sessionStorage.removeItem(KEY);
}
