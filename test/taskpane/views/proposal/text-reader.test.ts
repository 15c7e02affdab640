import { describe, expect, test } from "vitest";
import {
  type ReadingWorker,
  TextReader,
} from "../../../../src/taskpane/views/proposal/text-reader";
import { readText, type TextToRead } from "../../../../src/taskpane/views/proposal/text-reading";

const SHORT: TextToRead = { text: "$500k: 15%", answers: [], seatsAnswers: [] };
const longText = (percent: number): TextToRead => ({
  ...SHORT,
  text: `$500k: ${percent}%\n${"We look forward to it.\n".repeat(500)}`,
});
const LONG = longText(15);
const OTHER = longText(12);

/** A reader whose workers answer when the test says so. */
function started({ fails = false } = {}) {
  const workers: (ReadingWorker & { readonly asked: TextToRead[]; isEnded: boolean })[] = [];
  let drawn = 0;
  const reader = new TextReader(
    () => {
      if (fails) throw new Error("no worker here");
      const worker = {
        ...{ onmessage: null, onerror: null, onmessageerror: null, isEnded: false },
        asked: [] as TextToRead[],
        postMessage: (text: TextToRead) => void worker.asked.push(text),
        terminate: () => {
          worker.isEnded = true;
        },
      };
      workers.push(worker);
      return worker;
    },
    () => drawn++,
  );
  const answer = (index: number): void => {
    const { onmessage, asked } = workers[index] ?? {};
    const [text = SHORT] = asked ?? [];
    onmessage?.(new MessageEvent("message", { data: structuredClone(readText(text)) }));
  };
  return { reader, workers, answer, draws: () => drawn };
}

const bands = (reading: ReturnType<typeof readText>) =>
  reading?.offer.reading.bands.map(({ discountFraction }) => discountFraction);

describe("TextReader", () => {
  test("reads a short text at once, and the same text once", () => {
    const { reader, workers, draws } = started();
    const first = reader.shown(SHORT);
    expect(bands(first)).toEqual([0.15]);
    expect(reader.shown({ ...SHORT })).toBe(first);
    expect([workers.length, draws()]).toEqual([0, 0]);
  });

  test("gives a long text to a worker, shows what was read before until it answers, and then draws", async () => {
    const { reader, workers, answer, draws } = started();
    const before = reader.shown(SHORT);
    expect(reader.shown(LONG)).toBe(before);
    expect(reader.shown(LONG)).toBe(before);
    const whole = reader.whole(LONG);
    expect(workers.map(({ asked }) => asked)).toEqual([[LONG]]);
    answer(0);
    expect(await whole).toEqual(readText(LONG));
    expect([bands(reader.shown(LONG)), draws()]).toEqual([[0.15], 1]);
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true]);
  });

  test("gives a text up where another takes its place, and takes no answer of it", async () => {
    const { reader, workers, answer } = started();
    const first = reader.whole(LONG);
    expect(reader.shown(OTHER)).toBeUndefined();
    expect(await first).toBeUndefined();
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
    answer(0);
    expect(reader.shown(OTHER)).toBeUndefined();
    answer(1);
    expect(bands(reader.shown(OTHER))).toEqual([0.12]);
  });

  test("gives a long text up for a short one", async () => {
    const { reader, workers } = started();
    const first = reader.whole(LONG);
    expect(bands(reader.shown(SHORT))).toEqual([0.15]);
    expect(await first).toBeUndefined();
    expect(workers[0]?.isEnded).toBe(true);
  });

  test("reads in the page where there is no worker, or where one ends without an answer", async () => {
    const without = started({ fails: true }).reader;
    expect(without.shown(LONG)).toBeUndefined();
    expect(bands(await without.whole(LONG))).toEqual([0.15]);
    const { reader, workers } = started();
    const whole = reader.whole(LONG);
    workers[0]?.onerror?.(new Event("error") as ErrorEvent);
    expect(bands(await whole)).toEqual([0.15]);
  });
});
