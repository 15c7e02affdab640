// `npm run mutate [FILE or FOLDER …] [!FILE or FOLDER …] [--every=N]`: makes every change of StrykerJS to these sources (every Nth
// of them), one at a time, runs the tests that come by it, and prints what no test catches. docs/mutation.md says how to read it.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "./bundle.mjs";
import { bundleTests, filesBelow, instrument, withoutCounting } from "./mutate/instrument.mjs";

const SOURCES = ["src/core", "src/input", "src/efficiency"];
const TESTS = ["core", "input", "efficiency", "deal", "functions", "cases", "sheets/usage"];
/** Tests that judge nothing: of workbooks, of the built files, and those that take seconds with every change in reach. */
const NO_JUDGES =
  /cases\/(?:usage-)?cells|blank-cells|one-scope|metadata|whole-columns|forecast-size|used-rows|many-bands|any-input/;
/** Tests of offers judge changes to these only. */
const OFFERS = "input/offers/";

/** A test that takes longer judges no change, nor does a file that takes longer to load. */
const SLOW_MS = 500;
/** What no test has caught in so long is left. */
const LONGEST_MS = 2_000;
/** A change that makes a test come by it so many times as often never ends. */
const ENDLESS = 100;
const PASS_PERCENT = 90;

const FOLDER = await mkdtemp(path.join(tmpdir(), "mutate-"));
const COUNTING = path.join(FOLDER, "counting.cjs");
const JUDGING = path.join(FOLDER, "judging.cjs");

const given = process.argv.slice(2);
const every = Number(
  given.find((one) => one.startsWith("--every="))?.slice("--every=".length) ?? 1,
);
const paths = given.filter((one) => !one.startsWith("-"));
const start = Date.now();

const sources = await sourcesIn(paths);
const tests = await judges(sources);
const { mutants, texts } = await instrument(sources);
await bundleTests(tests, texts, COUNTING);
await writeFile(JUDGING, withoutCounting(await readFile(COUNTING, "utf8")));

let judge = await startJudge(COUNTING);
const chosen = mutants.filter((_, index) => index % every === 0);
const sourceOf = new Map(mutants.map(({ id, fileName }) => [id, fileName]));
const trials = new Map();
for (const file of tests) {
  const trial = usable(file, await ask({ file }));
  if (trial.loading > SLOW_MS) continue;
  const ids = trial.tests.flatMap(({ hits }) => Object.keys(hits));
  trials.set(file, { ...trial, sources: new Set(ids.map((id) => sourceOf.get(id))) });
}
await stopJudge();

judge = await startJudge(JUDGING);
/** How many changes of a source each file has caught: the next change there tries these files first. */
const catches = {};
const files = {};
for (const name of sources) {
  const mutated = chosen.filter(({ fileName }) => fileName === name);
  if (mutated.length > 0) files[name] = await judged(name, mutated);
}
await stopJudge();
await rm(FOLDER, { recursive: true });
process.exitCode = (await report()) >= PASS_PERCENT ? 0 : 1;

async function sourcesIn(wanted) {
  const all = (await Promise.all(SOURCES.map((folder) => filesBelow(folder, ".ts")))).flat();
  const isIn = (folder) => (name) => name === folder || name.startsWith(`${folder}/`);
  const without = wanted.filter((one) => one.startsWith("!")).map((one) => isIn(one.slice(1)));
  const within = wanted.filter((one) => !one.startsWith("!")).map(isIn);
  return all.filter(
    (name) =>
      !name.endsWith(".d.ts") &&
      (within.length === 0 || within.some((has) => has(name))) &&
      !without.some((has) => has(name)),
  );
}

async function judges(names) {
  const found = await Promise.all(TESTS.map((folder) => filesBelow(`test/${folder}`, ".test.ts")));
  const withOffers = names.some((name) => name.includes(OFFERS));
  return found
    .flat()
    .filter((name) => !NO_JUDGES.test(name) && (withOffers || !name.includes(OFFERS)));
}

/** A trial without its slow tests; another test that fails without a change is an error of the run. */
function usable(file, { fault, tests: tried = [], ...trial }) {
  const quick = tried
    .map((one, index) => ({ ...one, index }))
    .filter(({ milliseconds }) => milliseconds <= SLOW_MS);
  const failed = fault ?? quick.find((one) => one.fault)?.fault;
  if (failed) throw new Error(`${file} fails without a change: ${failed}`);
  return { ...trial, tests: quick };
}

/** What becomes of a change: a status of Stryker's reports. */
async function fate({ id, fileName }) {
  let spent = 0;
  const files = judgesOf(id, fileName);
  if (files.length === 0) return { status: "NoCoverage" };
  for (const { file, tests: chosen, hits } of files) {
    const hitLimit = ENDLESS * hits + 1_000;
    const answer = await ask({ file, change: id, tests: chosen, hitLimit });
    if (answer === "endless") return { status: "Timeout", killedBy: [file] };
    if (answer.caughtBy !== undefined) {
      catches[fileName] ??= {};
      catches[fileName][file] = (catches[fileName][file] ?? 0) + 1;
      return { status: "Killed", killedBy: [`${file} ${answer.caughtBy + 1}`] };
    }
    spent += answer.milliseconds;
    if (spent > LONGEST_MS)
      return { status: "Survived", statusReason: `not caught in ${LONGEST_MS / 1_000} s` };
  }
  return { status: "Survived" };
}

/** The tests that come by a change, by file: first the files that are likeliest to catch it, then the quickest. */
function judgesOf(id, fileName) {
  const own = fileName.replace("src/", "test/").replace(/ts$/, "test.ts");
  const rank = (file) => catches[fileName]?.[file] ?? (file === own ? 0.5 : 0);
  return [...trials]
    .map(([file, { tests: tried, onLoad, loading, sources: reached }]) => {
      const chosen = onLoad[id] ? tried : tried.filter(({ hits }) => hits[id]);
      const sum = (of) => chosen.reduce((total, one) => total + of(one), 0);
      return {
        file,
        tests: chosen.map(({ index }) => index),
        hits: sum(({ hits }) => hits[id] ?? 0) + (onLoad[id] ?? 0),
        rank: rank(file) || (reached.has(fileName) ? 0.1 : 0),
        milliseconds: loading + sum(({ milliseconds }) => milliseconds),
      };
    })
    .filter(({ tests: chosen }) => chosen.length > 0)
    .sort((a, b) => b.rank - a.rank || a.milliseconds - b.milliseconds);
}

async function startJudge(bundle) {
  const child = fork(path.join(root, "scripts/mutate/judge.mjs"), [bundle], {
    execArgv: ["--max-old-space-size=2048"],
  });
  await once(child, "message");
  return child;
}

async function stopJudge() {
  judge.kill("SIGKILL");
  await once(judge, "exit");
}

/** Asks the judge; where it does not answer, or dies, a new one takes its place. */
async function ask(question) {
  const patience = AbortSignal.timeout(question.change === undefined ? 600_000 : 60_000);
  const died = new AbortController();
  const onExit = () => died.abort();
  judge.once("exit", onExit);
  judge.send(question);
  try {
    const [answer] = await once(judge, "message", {
      signal: AbortSignal.any([patience, died.signal]),
    });
    return answer;
  } catch {
    if (question.change === undefined) throw new Error(`${question.file} does not end`);
    if (!died.signal.aborted) await stopJudge();
    judge = await startJudge(JUDGING);
    return "endless";
  } finally {
    judge.off("exit", onExit);
  }
}

/** Judges the changes of a source and prints those that are left: its part of a report of Stryker's schema. */
async function judged(name, mutated) {
  const source = await readFile(path.join(root, name), "utf8");
  const all = [];
  for (const one of mutated)
    all.push({ ...one, location: counted(one.location), ...(await fate(one)) });
  const left = all.filter((one) => !isCaught(one));
  console.log(`${percentCaught(all)}% of ${all.length}, ${left.length} left: ${name}`);
  for (const one of left) console.log(`    ${lineOf(one, source)}`);
  return { language: "typescript", source, mutants: all };
}

/** Writes the report and prints the score. */
async function report() {
  const all = Object.values(files).flatMap(({ mutants: some }) => some);
  const score = percentCaught(all);
  const thresholds = { high: 95, low: PASS_PERCENT };
  const text = JSON.stringify({ schemaVersion: "1", thresholds, files });
  await mkdir(path.join(root, "build"), { recursive: true });
  await writeFile(path.join(root, "build/mutation.json"), text);
  const minutes = ((Date.now() - start) / 60_000).toFixed(1);
  console.log(`${score}% of ${all.length} changes caught, ${minutes} minutes`);
  return Number(score);
}

function isCaught({ status }) {
  return status === "Killed" || status === "Timeout";
}

function percentCaught(all) {
  return ((100 * all.filter(isCaught).length) / all.length).toFixed(1);
}

/** One change that is left: where it is, what it replaces, and with what. */
function lineOf({ location: { start: from, end }, replacement, statusReason }, source) {
  const lines = source.split("\n").slice(from.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(from.column - 1);
  const short = (text) => text.replaceAll(/\s+/g, " ").slice(0, 90);
  const why = statusReason ? ` (${statusReason})` : "";
  return `${from.line}: ${short(lines.join("\n"))} -> ${short(replacement)}${why}`;
}

/** A place as reports have it, whose lines and columns count from 1. */
function counted({ start: from, end }) {
  const next = ({ line, column }) => ({ line: line + 1, column: column + 1 });
  return { start: next(from), end: next(end) };
}
