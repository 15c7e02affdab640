import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { US_DOLLAR } from "../../../../src/core/currency";
import { FileReader } from "../../../../src/taskpane/views/usage/import/file-reader";
import type {
  ReadingAnswer,
  ReadingRequest,
} from "../../../../src/taskpane/views/usage/import/import-messages";
import { type ReadingWorker, startReading } from "../../../../src/taskpane/views/usage/reading";

const USAGE = [
  "usage_date_utc,model_version,workspace,usage_input_tokens_no_cache,usage_output_tokens",
  "2026-09-01,claude-haiku-4-5,Support,1000000,100000",
  "2026-09-02,claude-haiku-4-5,Support,not a number,100000",
  "2026-09-30,claude-unknown-9,Support,5,0",
  "",
].join("\n");

const file = (text: string, name = "usage.csv"): File => new File([text], name);

/** A worker in the same thread, which passes only what a worker may. */
class HereWorker implements ReadingWorker {
  onmessage: ReadingWorker["onmessage"] = null;
  onerror: ReadingWorker["onerror"] = null;
  onmessageerror: ReadingWorker["onmessageerror"] = null;
  isTerminated = false;
  readonly #reader = new FileReader((answer) => this.answer(answer));

  postMessage(request: ReadingRequest): void {
    void this.#reader.take(request);
  }

  answer(answer: ReadingAnswer): void {
    if (!this.isTerminated)
      this.onmessage?.({ data: structuredClone(answer) } as MessageEvent<ReadingAnswer>);
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

/** A worker that hears nothing. */
class DeafWorker extends HereWorker {
  readonly heard: string[] = [];
  override postMessage({ kind }: ReadingRequest): void {
    this.heard.push(kind);
  }
}

const request = (files: readonly File[], book: readonly (readonly unknown[])[] | null = null) =>
  ({ kind: "read", files, book, currency: US_DOLLAR }) as const;

describe("startReading()", () => {
  test("gives what the files hold as plain data, how far it is, and ends the worker", async () => {
    const worker = new HereWorker();
    const percents: number[] = [];
    const { end } = startReading(
      request([file(USAGE)]),
      () => worker,
      (percent) => percents.push(percent),
    );
    const ended = await end;
    if (ended.kind !== "read") throw new Error(ended.kind);
    const { summary } = ended;
    expect(summary.rowsRead).toBe(2);
    expect(summary.unreadable.count).toBe(1);
    expect(summary.unpriced.map(({ rows }) => rows)).toEqual([1]);
    expect(summary.months).toMatchObject([{ month: "2026-09", lowUsd: 1.5, highUsd: 1.5 }]);
    expect(summary.imported.rows).toHaveLength(1);
    expect(percents.at(-1)).toBe(100);
    expect(percents).toEqual(percents.toSorted((one, other) => one - other));
    expect(worker.isTerminated).toBe(true);
  });

  test("prices by the book of the workbook", async () => {
    const book = [
      ["Model", "Input", "Output"],
      ["claude-haiku-4-5", 2, 10],
    ];
    const ended = await startReading(
      request([file(USAGE)], book),
      () => new HereWorker(),
      () => {},
    ).end;
    expect(ended).toMatchObject({ summary: { months: [{ lowUsd: 3 }] } });
  });

  test.each([
    [
      "a price below 0",
      [
        ["Model", "Input", "Output"],
        ["a", -1, 2],
      ],
      /price book.*Input in row 2/,
    ],
    [
      "no output prices",
      [
        ["Model", "Input"],
        ["a", 1],
      ],
      /price book.*Output/,
    ],
  ])("refuses a book with %s", async (_, book, sentence) => {
    const ended = await startReading(
      request([file(USAGE)], book),
      () => new HereWorker(),
      () => {},
    ).end;
    expect(ended).toEqual({ kind: "refused", sentence: expect.stringMatching(sentence) });
  });

  test("tells of a file that cannot be read to its end", async () => {
    const gone = file(USAGE);
    Object.assign(gone, {
      stream: () => new ReadableStream({ pull: () => Promise.reject(new Error("it was moved")) }),
    });
    const ended = await startReading(
      request([gone]),
      () => new HereWorker(),
      () => {},
    ).end;
    expect(ended).toEqual({
      kind: "refused",
      sentence: expect.stringContaining("it was moved"),
    });
  });

  test.each([
    [
      "cannot be started",
      () => {
        throw new Error("blocked");
      },
    ],
    ["cannot be loaded", () => failing("onerror")],
    ["answers what cannot be read", () => failing("onmessageerror")],
  ] as const)("ends where the worker %s", async (_, start) => {
    expect(await startReading(request([file(USAGE)]), start, () => {}).end).toEqual({
      kind: "died",
    });
  });

  describe("cancelled", () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    test("asks the worker first, and ends it where it does not answer within a second", async () => {
      const worker = new DeafWorker();
      const { end, cancel } = startReading(
        request([file(USAGE)]),
        () => worker,
        () => {},
      );
      cancel();
      expect(worker.heard).toEqual(["read", "cancel"]);
      vi.advanceTimersByTime(999);
      expect(worker.isTerminated).toBe(false);
      vi.advanceTimersByTime(1);
      expect(worker.isTerminated).toBe(true);
      expect(await end).toEqual({ kind: "cancelled" });
    });
  });

  test("is cancelled by the worker itself where it hears", async () => {
    const worker = new HereWorker();
    const { end, cancel } = startReading(
      request([file(USAGE.repeat(50))]),
      () => worker,
      () => {},
    );
    cancel();
    expect(await end).toEqual({ kind: "cancelled" });
  });
});

function failing(event: "onerror" | "onmessageerror"): ReadingWorker {
  const worker = new DeafWorker();
  setTimeout(() => worker[event]?.(new Event("error") as ErrorEvent & MessageEvent));
  return worker;
}
