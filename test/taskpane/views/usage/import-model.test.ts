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
