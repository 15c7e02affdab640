// `npm run soak [minutes]`: fails every change of every write once, then holds every property, the hostile-input test included,
// against fresh seeds until the time is up.
// Each round runs all of a property's runs from one new seed. The program prints each counterexample when it is found and all
// of them again at the end, and then fails.
import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { root } from "./bundle.mjs";

const MINUTES = Number(process.argv[2] ?? 10);
const FOLDER = path.join(root, "build", "soak");

if (!(MINUTES > 0)) {
  console.error("Give the minutes as a number above 0, such as: npm run soak 60");
  process.exit(1);
}

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });

const files = await filesWith(/assertProperty\(/);
const runsByTest = new Map();
const found = [];
await everyFault();
const until = Date.now() + MINUTES * 60_000;
let rounds = 0;
do {
  rounds++;
  await round(randomInt(-(2 ** 31), 2 ** 31));
} while (Date.now() < until);

const runs = [...runsByTest.values()].reduce((sum, count) => sum + count, 0);
console.log(
  `\n${runsByTest.size} properties, ${runs.toLocaleString("en-US")} runs in ${rounds} rounds of fresh seeds: ${found.length} counterexamples`,
);
for (const one of found) console.log(`\n${one}`);
process.exit(found.length === 0 ? 0 : 1);

/** Test files that match a pattern. */
async function filesWith(call) {
  const entries = await readdir(path.join(root, "test"), { recursive: true });
  const tests = entries.filter((name) => name.endsWith(".test.ts")).map((name) => `test/${name}`);
  const sources = await Promise.all(tests.map((name) => readFile(path.join(root, name), "utf8")));
  return tests.filter((_, index) => call.test(sources[index]));
}

/** Runs the loops that fail writes, at every change instead of at each kind of change. */
async function everyFault() {
  const report = path.join(FOLDER, "faults.json");
  const loops = await filesWith(/fail(?:AtEach|sWithoutTrace)\(|\bEXHAUSTIVE\b/);
  await vitest(["--reporter=json", `--outputFile=${report}`, ...loops], {
    BANDWISE_EXHAUSTIVE: "1",
  });
  await keepFailures(report, "every change");
  console.log(`every change of a write failed once: ${found.length} faults`);
}

/** One run of every property from one seed. */
async function round(seed) {
  const log = path.join(FOLDER, `${rounds}.jsonl`);
  const report = path.join(FOLDER, `${rounds}.json`);
  await vitest(["--reporter=json", `--outputFile=${report}`, ...files], {
    SOAK_SEED: String(seed),
    SOAK_LOG: log,
  });
  const lines = existsSync(log) ? (await readFile(log, "utf8")).trim().split("\n") : [];
  let counted = 0;
  for (const line of lines) {
    const { file, test, runs: count, counterexample } = JSON.parse(line);
    const name = `${path.relative(root, file)} > ${test}`;
    runsByTest.set(name, (runsByTest.get(name) ?? 0) + count);
    counted += count;
    if (counterexample !== undefined) keep(`${name}\n${counterexample}`);
  }
  await keepFailures(report, `seed ${seed}`);
  console.log(
    `round ${rounds}, seed ${seed}: ${counted.toLocaleString("en-US")} runs, ${found.length} counterexamples so far`,
  );
}

/** Records the failures that are no property's: a loop, or a test around a property. */
async function keepFailures(report, where) {
  if (!existsSync(report)) throw new Error("the tests ended without a report");
  const { testResults } = JSON.parse(await readFile(report, "utf8"));
  for (const { assertionResults, name, message } of testResults) {
    const failed = assertionResults.filter(({ status }) => status === "failed");
    if (failed.length === 0 && message) keep(`${path.relative(root, name)}\n${message}`);
    for (const { fullName, failureMessages } of failed) {
      if (!failureMessages.some((text) => text.includes("Property failed after")))
        keep(
          `${path.relative(root, name)} > ${fullName} (${where})\n${failureMessages.join("\n")}`,
        );
    }
  }
}

function keep(counterexample) {
  found.push(counterexample);
  console.log(`\n${counterexample}\n`);
}

/** Runs Vitest to its end; a property that fails does not stop the program. */
async function vitest(argv, env) {
  const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...argv], {
    cwd: root,
    env: { ...process.env, ...env, NO_COLOR: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await new Promise((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
}
