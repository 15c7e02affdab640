import { describe, expect, test } from "vitest";
import { PaneModel } from "../../../../src/taskpane/pane-model";
import { beginLog, logOf } from "../../../../src/taskpane/views/sheets/log/log-model";
import type { WorkbookFault } from "../../../../src/workbook/excel/outcome";
import type { LogRequest } from "../../../../src/workbook/sheets/write-log";
import { fakeWorkbook } from "../../fake-actions";
import { SCENARIOS } from "../../pane-scenarios";

/** A pane with the requests to write it, and a way to change the commitment in the cells. */
async function opened(later?: WorkbookFault) {
  const requests: LogRequest[] = [];
  const { actions } = fakeWorkbook(SCENARIOS.example);
  let commitment: unknown;
  const pane = new PaneModel(
    {
      ...actions,
      async readWorkbook(typed) {
        const read = await actions.readWorkbook(typed);
        if (!read.ok || !read.value.deal.ok || commitment === undefined) return read;
        const deal = { ...read.value.deal, value: { ...read.value.deal.value, commitment } };
        return { ok: true, value: { ...read.value, deal } };
      },
      async writeLog(request, currency) {
        requests.push(request);
        return later && requests.length > 1
          ? { ok: false, fault: later }
          : actions.writeLog(request, currency);
      },
    },
    () => {},
  );
  await pane.start();
  return {
    ...{ pane, requests, status: () => pane.state.status },
    put: (usd: number) => {
      commitment = usd;
    },
  };
}

describe("the log of the answer", () => {
  test("is begun where somebody asks for it, without a row", async () => {
    const { pane, requests, status } = await opened();
    expect([logOf(pane.state), requests]).toEqual([undefined, []]);
    await beginLog(pane.context);
    expect(requests).toMatchObject([{ rows: [], definition: { kind: "log" } }]);
    expect(logOf(pane.state)?.sheet).toBe("Log");
    expect(status()?.text).toBe("Log lists what changes the answer from now on.");
  });

  test("goes on when the answer is another, and not before", async () => {
    const { pane, requests, put, status } = await opened();
    await beginLog(pane.context);
    const said = status();
    await pane.catchUp();
    expect(requests).toHaveLength(1);
    put(990_000);
    await pane.catchUp();
    expect(requests[1]?.again?.sheet).toBe("Log");
    expect(requests[1]?.rows[0]?.slice(1, 2)).toEqual(["Verdict"]);
    expect(status()).toBe(said);
    await pane.catchUp();
    expect(requests).toHaveLength(2);
  });

  test("says where it cannot go on", async () => {
    const { pane, put, status } = await opened({ kind: "protectedSheet", sheet: "Log" });
    await beginLog(pane.context);
    put(990_000);
    await pane.catchUp();
    expect(status()).toMatchObject({ tone: "fault", text: expect.stringContaining("protected") });
  });
});
