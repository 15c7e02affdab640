// Writes the worked cases that the add-in carries for its check of the user's own Excel:
// `node scripts/self-check-cases.mjs` writes src/workbook/self-check/cases.ts from test/cases/pricing-cases.json.
import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./bundle.mjs";

export const CASES_FILE = "src/workbook/self-check/cases.ts";

const PERIOD = /^C-(?!stepup)/;
const STEP_UP = /^C-stepup-(1176470\.588|1200000|1300000)$/;
const INDICATORS = /^J-kpi/;

/** The cases to copy, and which function answers which field of them. */
const TAKEN = [
  [/^A-band-(?!upper|below)/, "discount", "BAND_RATE"],
  [PERIOD, "total", "EFFECTIVE_COST"],
  [STEP_UP, "committed_rate_overage", "EFFECTIVE_COST", "committed"],
  [STEP_UP, "step_up", "EFFECTIVE_COST", "step-up"],
  [STEP_UP, "prospective", "EFFECTIVE_COST", "re-rate"],
  [/^C-(seed|commit-above|list-basis-500-short|zero-usage)/, "shortfall_net", "SHORTFALL"],
  [/^C-(over-list|overage-premium|list-basis-500$|zero-commit)/, "overage_charge", "OVERAGE_COST"],
  [INDICATORS, "esr", "EFFECTIVE_DISCOUNT"],
  [INDICATORS, "utilisation", "UTILIZATION"],
  [INDICATORS, "coverage", "COVERAGE"],
];

/** The grid that the tables show, and the rows of it to check. */
const GRID = "M-grid-list";
const GRID_USAGES = [400000, 588236, 600000, 1200000];

/** The text of the file, formatted as the rest of the sources. */
export async function renderCases() {
  const file = await readFile(path.join(root, "test/cases/pricing-cases.json"), "utf8");
  const { cases } = JSON.parse(file);
  const grid = cases.find(({ id }) => id === GRID);
  const priced = TAKEN.flatMap(([ids, field, name, overage]) =>
    cases
      .filter(({ id, expected }) => ids.test(id) && field in expected)
      .map(({ id, inputs, expected }) => ({
        id: overage ? `${id} ${overage}` : id,
        name,
        usage: inputs.usage_list ?? null,
        commitment: inputs.commitment,
        terms: name === "BAND_RATE" ? [] : termsOf(inputs, overage),
        expected: expected[field] ?? "#N/A",
        bands: inputs.bands,
      })),
  );
  const [{ bands }] = priced;
  if (priced.some((one) => JSON.stringify(one.bands) !== JSON.stringify(bands)))
    throw new Error("the cases taken have more than one table of bands");
  return format(`// Written by scripts/self-check-cases.mjs from test/cases/pricing-cases.json: change that, then run it.
import type { CaseTable, PricedCase } from "./case";

export const CASE_BANDS: readonly (readonly [number, number])[] = ${JSON.stringify(bands)};

export const PRICED_CASES: readonly PricedCase[] = [
${priced.map(line).join("\n")}
];

export const CASE_TABLE: CaseTable = ${JSON.stringify(tableOf(grid))};

export const CASE_SPILL: Pick<CaseTable, "usages" | "commitments" | "cost"> = ${JSON.stringify(spillOf(grid))};
`);
}

function line({ id, name, usage, commitment, terms, expected }) {
  return `${JSON.stringify([id, name, usage, commitment, expected, Object.fromEntries(terms)])},`;
}

function termsOf({ basis, overage }, chosen = overage) {
  const [kind, premium] = Array.isArray(chosen) ? chosen : [chosen, undefined];
  const word = { premium_on_committed: "committed", premium_on_list: "list" }[kind] ?? kind;
  return [
    ...(basis === undefined ? [] : [["Basis", basis]]),
    ["Overage", word],
    ...(premium === undefined ? [] : [["Overage premium", premium]]),
  ];
}

/** The case's own numbers by usage and commitment, and what follows from them and the bands' rates. */
function tableOf({ inputs, expected }) {
  const { commitments, usage_list: all, bands } = inputs;
  const rows = (make) =>
    GRID_USAGES.map((usage) => commitments.map((c, column) => make(c, usage, column)));
  const inCase = (field) =>
    rows((_, usage, column) => expected[field][column][all.indexOf(usage)] ?? "#N/A");
  const cost = inCase("total");
  const byHand = rows((c, usage) => costAtListOverage(c, usage, rateOf(c, bands)));
  if (!agree(cost.flat(), byHand.flat())) throw new Error(`${GRID} is not what this file says`);
  return {
    usages: GRID_USAGES,
    commitments,
    cost,
    discount: inCase("effective_discount"),
    saving: cost.map((row, index) => row.map((usd) => GRID_USAGES[index] - usd)),
    shortfall: rows((c, usage) => Math.max(0, c - rateOf(c, bands) * usage)),
    utilization: rows((c, usage) =>
      c === 0 ? "#N/A" : Math.min(1, (rateOf(c, bands) * usage) / c),
    ),
  };
}

/** The same bands along the axis around their thresholds, without points between. */
function spillOf({ inputs: { bands } }) {
  const top = bands.at(-1)[0];
  const around = bands.flatMap(([usd]) => [usd - 1, usd, usd + 1]).filter((usd) => usd >= 0);
  const commitments = [...around, 1.25 * top];
  const cost = GRID_USAGES.map((usage) =>
    commitments.map((c) => costAtListOverage(c, usage, rateOf(c, bands))),
  );
  return { usages: GRID_USAGES, commitments, cost };
}

/** Net basis, overage at list prices, nothing refunded: C + (U - C/r)+. */
function costAtListOverage(commitment, usage, rate) {
  if (commitment === 0) return rate * usage;
  return commitment + Math.max(0, usage - commitment / rate);
}

function rateOf(commitment, bands) {
  return 1 - bands.findLast(([threshold]) => threshold <= commitment)[1];
}

function agree(a, b) {
  return a.every((value, index) => Math.abs(value - b[index]) <= 1e-12 * Math.max(1, value));
}

function format(text) {
  const biome = path.join(root, "node_modules/@biomejs/biome/bin/biome");
  const argv = [biome, "format", `--stdin-file-path=${CASES_FILE}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
    cwd: root,
    input: text,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(path.join(root, CASES_FILE), await renderCases());
}
