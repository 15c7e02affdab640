/** Univer asks the keys of a map whether some of them fit, which iterators of Node 20 cannot answer. */
const iterators: object = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));

if (!("some" in iterators)) {
  Object.defineProperty(iterators, "some", {
    configurable: true,
    writable: true,
    value(this: Iterable<unknown>, fits: (item: unknown) => boolean): boolean {
      return [...this].some((item) => fits(item));
    },
  });
}
