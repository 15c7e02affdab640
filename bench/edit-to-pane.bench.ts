import path from "node:path";
import { expect, test } from "vitest";
import { US_DOLLAR } from "../src/core/currency";
import { addScenario } from "../src/workbook/scenarios/change-scenarios";
import { insertExample } from "../src/workbook/sheets/insert-example";
import { writeTable } from "../src/workbook/sheets/write-table";
import { done, openForWorkbookCode } from "../test/workbook/open";
import { REQUEST } from "../test/workbook/request";
import { bundle, sourcesOf } from "./former-commit";
import { median, printTable } from "./print";

/** The last commit whose pane read the workbook in parts. */
const BEFORE = "3fe8d10";
const ROUNDS = 3;
/** A round trip of Excel on the web, which answers one batch after another. */
const ROUND_TRIP_MS = 500;

/** The pane's model over the readers of its commit: it calls back whenever it would draw. */
const pane = (imports: string, readers: string): string => `
  import { PaneModel } from "./src/taskpane/pane-model";
  ${imports}
  const actions = { ${readers} };
  window.openModel = (drawn) => {
    const model = new PaneModel(actions, drawn);
    return { refresh: () => model.refresh(), state: () => model.state };
  };`;

const NOW = pane('import { readWorkbook } from "./src/workbook/read-workbook";', "readWorkbook");
const FORMER = pane(
  `import { readCurrency } from "./src/workbook/deal/currency-choice";
  import { readDeal } from "./src/workbook/deal/read-deal";
  import { listTables } from "./src/workbook/journal/written";
  import { readScenarios } from "./src/workbook/scenarios/read-scenarios";`,
  "readCurrency, readDeal, listTables, readScenarios",
);

interface Model {
  refresh(): Promise<void>;
  state(): { readonly workbookDeal: object };
}

test("from an edit of a cell to the state that the pane draws", async () => {
  const former = await bundle(sourcesOf(BEFORE), FORMER);
  const now = await bundle(path.join(import.meta.dirname, ".."), NOW);
  const rows: (readonly (string | number)[])[] = [];
  for (const [what, fill] of WORKBOOKS) {
    const before = await measure(former, fill);
    const after = await measure(now, fill);
    rows.push([what, before.batches, after.batches, before.ms, after.ms, before.ms / after.ms]);
    rows.push([`${what}, nothing edited: states drawn`, before.drawn, after.drawn, "", "", ""]);
  }
  printTable("Edit to repainted pane, 500 ms a round trip, against the pane that read in parts", [
    ["", "batches then", "now", "ms then", "now", "ratio"],
    ...rows,
  ]);
});

const SCENARIO = {
  name: "Own bands",
  commitmentUsd: 500_000,
  usageUsd: 700_000,
  forecast: { kind: "certain" },
  bands: "DealBands",
  terms: "",
  notes: "",
} as const;

const WORKBOOKS: readonly (readonly [string, () => Promise<void>])[] = [
  ["example", async () => void done(await insertExample(US_DOLLAR))],
  [
    "example, two tables, a scenario with bands of its own",
    async () => {
      done(await insertExample(US_DOLLAR));
      done(await writeTable(REQUEST, US_DOLLAR));
      done(await writeTable(REQUEST, US_DOLLAR));
      done(await addScenario(SCENARIO, US_DOLLAR));
    },
  ],
];

async function measure(script: string, fill: () => Promise<void>) {
  const workbook = await openForWorkbookCode();
  await fill();
  workbook.window.eval(script);
  let drawn = 0;
  const { openModel } = workbook.window as unknown as { openModel(draw: () => void): Model };
  const model = openModel(() => {
    drawn += 1;
  });
  await model.refresh();
  const answer = workbook.port.execute.bind(workbook.port);
  let last: Promise<unknown> = Promise.resolve();
  workbook.port.execute = (request) => {
    const answered = last.then(async () => {
      await new Promise((resolve) => setTimeout(resolve, ROUND_TRIP_MS));
      return answer(request);
    });
    last = answered;
    return answered;
  };
  const times: number[] = [];
  const before = workbook.trace.batches;
  for (let round = 0; round < ROUNDS; round++) {
    workbook.setCell("Deal", "F13", 500_000 + round);
    await workbook.grid.settle();
    const deal = model.state().workbookDeal;
    const started = performance.now();
    await model.refresh();
    times.push(performance.now() - started);
    expect(model.state().workbookDeal).not.toBe(deal);
    // Requests that the client sends afterwards, without waiting, are counted and not timed.
    await last;
  }
  const batches = (workbook.trace.batches - before) / ROUNDS;
  drawn = 0;
  await model.refresh();
  const again = drawn;
  await last;
  workbook.close();
  return { batches, ms: median(times), drawn: again };
}
