/** Univer uses iterator helpers, which Node 20 lacks: each is its array's method. */
const HELPERS = ["some", "map", "filter", "find", "every", "forEach", "reduce"] as const;

const iterators: object = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));

for (const helper of HELPERS) {
  if (helper in iterators) continue;
  Object.defineProperty(iterators, helper, {
    configurable: true,
    writable: true,
    value(this: Iterable<unknown>, ...args: readonly unknown[]): unknown {
      return Reflect.apply(Array.prototype[helper], [...this], args);
    },
  });
}

if (!("toArray" in iterators)) {
  Object.defineProperty(iterators, "toArray", {
    configurable: true,
    writable: true,
    value(this: Iterable<unknown>): unknown[] {
      return [...this];
    },
  });
}
