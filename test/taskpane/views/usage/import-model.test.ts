import { describe, expect, test } from "vitest";
import type { PaneActions } from "../../../../src/taskpane/context/pane-actions";
import { PaneModel } from "../../../../src/taskpane/pane-model";
import { FileReader } from "../../../../src/taskpane/views/usage/import/file-reader";
import { ImportModel } from "../../../../src/taskpane/views/usage/import/import-model";
import type { ReadingWorker } from "../../../../src/taskpane/views/usage/reading";
import { fakeWorkbook } from "../../fake-actions";
import { SCENARIOS } from "../../pane-scenarios";

const HEADINGS = "usage_date_utc,model_version,usage_input_tokens_no_cache,usage_output_tokens";
const USAGE = new File([`${HEADINGS}\n2026-09-01,claude-haiku-4-5,1000000,100000\n`], "usage.csv");
const OTHER = new File([`${HEADINGS}\n2026-10-01,claude-haiku-4-5,1000000,100000\n`], "other.csv");

function worker(): ReadingWorker {
  const here: ReadingWorker = {
    ...{ onmessage: null, onerror: null, onmessageerror: null, terminate() {} },
    postMessage: (request) => void reader.take(request),
  };
  const reader = new FileReader((data) => here.onmessage?.({ data } as MessageEvent));
  return here;
}

const deaf = (): ReadingWorker => ({ ...worker(), postMessage() {} });

function dead(): ReadingWorker {
  throw new Error("no worker");
}

/** Lets what waits for the workbook go on. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

async function open(start: () => ReadingWorker, change: Partial<PaneActions> = {}) {
  const workbook = fakeWorkbook(SCENARIOS.example);
  const pane = new PaneModel({ ...workbook.actions, ...change }, () => {});
  await pane.start();
  pane.open({ name: "usage" });
  const model = new ImportModel(pane.context, start);
  model.open();
  const draft = () => pane.state.drafts.usageImport;
  return { pane, model, draft };
}

/** The same, with what was written. */
async function counted(start: () => ReadingWorker) {
  const written: unknown[] = [];
  const opened = await open(start, {
    async importUsage(imported) {
      written.push(imported);
      return { ok: true, value: { isNew: true } };
    },
  });
  return { ...opened, written };
}

describe("ImportModel", () => {
  test("reads files, shows what is in them, and writes it", async () => {
    const taken: unknown[] = [];
    const { pane, model, draft } = await open(worker, {
      async importUsage(imported) {
        taken.push(imported);
        return { ok: true, value: { isNew: true } };
      },
    });
    await model.read([USAGE]);
    const read = draft();
    expect(read?.kind).toBe("preview");
    expect(taken).toEqual([]);
    await model.write();
    expect(taken).toEqual([read?.kind === "preview" ? read.summary.imported : undefined]);
    expect(draft()).toBeUndefined();
    expect(pane.state.view).toEqual({ name: "usage" });
    expect(pane.state.status?.text).toMatch(/^Imported 1 row: .*Sheets takes all of it out again/);
  });

  test("keeps what was read where it cannot be written", async () => {
    const { pane, model, draft } = await open(worker, {
      importUsage: async () => ({ ok: false, fault: { kind: "protectedWorkbook" } }),
    });
    await model.read([USAGE]);
    await model.write();
    expect(pane.state.status?.tone).toBe("fault");
    expect(draft()?.kind).toBe("preview");
  });

  test("says that the reading could not start, and tries again", async () => {
    let starts = 0;
    const { model, draft } = await open(() => (starts++ === 0 ? dead() : worker()));
    await model.read([USAGE]);
    expect(draft()).toMatchObject({ kind: "stopped", sentence: /could not be started/ });
    await model.tryAgain();
    expect(draft()?.kind).toBe("preview");
  });

  test("reads nothing where the price book cannot be read", async () => {
    const { pane, model, draft } = await open(dead, {
      readPriceBook: async () => ({ ok: false, fault: { kind: "busyEditing" } }),
    });
    await model.read([USAGE]);
    expect(draft()).toBeUndefined();
    expect(pane.state.status?.tone).toBe("fault");
  });

  test("cancels while it reads, and asks for files again", async () => {
    const { model, draft } = await open(deaf);
    const reading = model.read([USAGE]);
    await turn();
    model.cancel();
    await reading;
    expect(draft()).toBeUndefined();
  });

  /** What somebody does at each stage to give the import up, and the files that it then had. */
  const GIVEN_UP: readonly (readonly [
    stage: string,
    start: () => ReadingWorker,
    waits: boolean,
    give: (model: ImportModel) => void,
  ])[] = [
    ["while the price book is read", worker, false, (model) => model.cancel()],
    ["while the price book is read, with the form", worker, false, (model) => model.close()],
    ["while files are read, with the form", deaf, true, (model) => model.close()],
    ["with the preview", worker, true, (model) => model.cancel()],
    ["with the preview and the form", worker, true, (model) => model.close()],
  ];

  test.each(GIVEN_UP)("writes nothing where it is given up %s", async (_, start, waits, give) => {
    const { model, draft, written } = await counted(start);
    const reading = model.read([USAGE]);
    if (waits && start === worker) await reading;
    else if (waits) await turn();
    give(model);
    if (start === worker) await reading;
    await turn();
    expect(draft()).toBeUndefined();
    await model.write();
    expect(written).toEqual([]);
  });

  test("says that nothing was written where the writing is cancelled, and keeps what was read", async () => {
    const { pane, model, draft } = await open(worker, {
      importUsage: async () => ({ ok: false, fault: { kind: "cancelled" } }),
    });
    await model.read([USAGE]);
    await model.write();
    expect(pane.state.status).toMatchObject({ tone: "done", text: expect.stringMatching(/./) });
    expect(draft()?.kind).toBe("preview");
  });

  const zip = new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33, 0, 1, 2, 3, 255, 0]);
  const row = (cells: string): string => `${HEADINGS}\n${cells}\n`;
  const BAD: readonly (readonly [about: string, name: string, body: BlobPart, said: RegExp])[] = [
    ["an empty file", "usage.csv", "", /empty/],
    ["headings alone", "usage.csv", `${HEADINGS}\n`, /no rows/],
    ["a zip", "usage.zip", zip, /usage\.zip.*(workbook|not text)/],
    ["a workbook renamed to csv", "usage.csv", zip, /usage\.csv.*(workbook|not text)/],
    ["bytes of no text", "usage.csv", new Uint8Array(2_000).map((_, at) => at % 7), /no text/],
    ["a line of 10 MB", "usage.csv", row(`2026-09-01,${"x".repeat(1e7)},1,1`), /1 MB/],
    ["another delimiter", "usage.csv", row("").replaceAll(",", "|"), /usage\.csv/],
    ["a column that is missing", "usage.csv", row("").replace(",model_version", ""), /model/],
    [
      "a heading twice",
      "usage.csv",
      `${HEADINGS},model_version\n2026-09-01,a,1,1,a\n`,
      /model_version more than once/,
    ],
    [
      "negative tokens alone",
      "usage.csv",
      row("2026-09-01,claude-haiku-4-5,-5,1"),
      /negative|below 0/,
    ],
    [
      "a last line that is cut",
      "usage.csv",
      row("2026-09-01,claude-ha").trimEnd(),
      /cut|end|truncated/,
    ],
    [
      "days of two readings",
      "usage.csv",
      row("01/09/2026,claude-haiku-4-5,5,1"),
      /01\/09|day|date/,
    ],
    ["broken JSON", "usage.json", '{"data": [', /JSON/],
  ];

  test.each(BAD)("refuses %s with a sentence, and writes nothing", async (_, name, body, said) => {
    const { model, draft, written } = await counted(worker);
    await model.read([new File([body], name)]);
    const read = draft();
    if (read?.kind !== "preview") throw new Error(read?.kind);
    expect(read.summary.rowsRead).toBe(0);
    expect(read.summary.refused).toEqual([expect.stringMatching(said)]);
    await model.write();
    expect(written).toEqual([]);
  });

  test("gives up the reading with the form, and takes files that are dropped meanwhile", async () => {
    let starts = 0;
    const { pane, model, draft } = await open(() => (starts++ === 0 ? deaf() : worker()));
    void model.read([USAGE]);
    await turn();
    expect(starts).toBe(1);
    await model.read([OTHER]);
    const read = draft();
    expect(read?.kind === "preview" && read.summary.files.map(({ file }) => file)).toEqual([
      "other.csv",
    ]);
    model.close();
    expect(draft()).toBeUndefined();
    expect(pane.state.view).toEqual({ name: "usage" });
  });

  test("inserts the price book, and says where it is", async () => {
    const { pane, model } = await open(dead);
    await model.insertPriceBook();
    expect(pane.state.status?.text).toMatch(/^Wrote the price book to Price book/);
  });

  test("does nothing of no files", async () => {
    const { model, draft } = await open(dead);
    await model.read([]);
    expect(draft()).toBeUndefined();
  });
});
