/** The same object with some of its methods replaced. */
export function withInstead<T extends object>(
  target: T,
  instead: Partial<T>,
): T {
  return new Proxy(target, {
    get(_, name) {
      const member = Reflect.get(name in instead ? instead : target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}
