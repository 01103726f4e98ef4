/** One of the people whom the demo knows. */
export interface Person {
  name: string;
  title: string;
  role: string;
}
