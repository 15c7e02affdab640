// Stands in for Vitest: collects the tests of a file, which judge.mjs then runs.
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from "@vitest/expect";

export const { expect } = chai;
Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: expect });
for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
Object.assign(expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);
expect.extend(expect, customMatchers);
setState({ assertionCalls: 0 }, expect);

let collected;

/** What a file of tests gives to `beforeAll` and to `test`, each in its order. */
export function collect(load) {
  collected = { before: [], tests: [] };
  load();
  return collected;
}

const spread = (row) => (Array.isArray(row) ? row : [row]);

export const test = (_name, run) => collected.tests.push(async () => run());
test.each = (rows) => (name, run) => {
  for (const row of rows) test(name, () => run(...spread(row)));
};

export const describe = (_name, body) => body();
describe.each = (rows) => (_name, body) => {
  for (const row of rows) body(...spread(row));
};

export const beforeAll = (run) => collected.before.push(run);
/** The next load of a file starts anew, so nothing needs tidying. */
export const afterAll = () => {};

export const vi = {
  stubGlobal: (name, value) => {
    globalThis[name] = value;
  },
};
