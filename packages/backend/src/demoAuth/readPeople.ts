import { Config } from '@backstage/config';

/** One of the people whom the demo knows. */
export interface DemoPerson {
  /** Name of the User entity in the default namespace. */
  name: string;
  title: string;
  role: string;
}

/** The fixed people of the demo, from `stevedore.demo.people`. */
export function readPeople(config: Config): DemoPerson[] {
  return config.getConfigArray('stevedore.demo.people').map(person => ({
    name: person.getString('name'),
    title: person.getString('title'),
    role: person.getString('role'),
  }));
}
