import { Readable } from "node:stream";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { builtUsageWorker } from "./built-usage-worker";
import { median, printTable } from "./print";

const SIZES = [10_000, 100_000, 1_000_000] as const;
const ROUNDS = 3;
const HEADING =
  "usage_date_utc,model_version,api_key,workspace,usage_type,context_window,usage_input_tokens_no_cache,usage_input_tokens_cache_write_5m,usage_input_tokens_cache_write_1h,usage_input_tokens_cache_read,usage_output_tokens,web_search_count,inference_geo,speed\n";
const MODELS = ["claude-opus-5", "claude-sonnet-5", "claude-haiku-4-5", "claude-sonnet-4-5"];

/** Hourly usage of August and September 2026, every row another key. */
function* pieces(rows: number): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const keys = Math.ceil(rows / 1_464);
  let text = HEADING;
  for (let row = 0; row < rows; row++) {
    const hour = Math.floor(row / keys);
    const key = row % keys;
    const day = new Date(Date.UTC(2026, 7, 1, hour)).toISOString().slice(0, 13).replace("T", " ");
    text += `${day}:00,${MODELS[key % 4]},key-${key},Workspace ${key % 40},standard,\u2264 200k,${row + 100_000},${row % 9_000},0,${row * 3},${row % 70_000},0,global,\n`;
    if (text.length > 60_000) {
      yield encoder.encode(text);
      text = "";
    }
  }
  yield encoder.encode(text);
}

test("an import against papaparse alone", { timeout: 600_000 }, async () => {
  const read = builtUsageWorker();
  const rows: (string | number)[][] = [];
  for (const size of SIZES) {
    const chunks = [...pieces(size)];
    const [ours, theirs]: [number[], number[]] = [[], []];
    let peakBytes = 0;
    const times = Math.max(1, 100_000 / size);
    const parsed = async () => {
      for (let time = 0; time < times; time++) expect(await rowsAlone(chunks)).toBe(size + 1);
    };
    const imported = async (onProgress: () => void) => {
      for (let time = 0; time < times; time++)
        expect((await read(new File(chunks, "usage.csv"), onProgress)).rowsRead).toBe(size);
    };
    // In a round of its own: to look at memory takes a tenth of a short import.
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    await imported(() => {
      peakBytes = Math.max(peakBytes, process.memoryUsage().heapUsed - before);
    });
    for (let round = 0; round <= ROUNDS; round++) {
      theirs.push((await seconds(parsed)) / times);
      collectGarbage();
      ours.push((await seconds(() => imported(() => {}))) / times);
    }
    const [import_, alone] = [median(ours.slice(1)), median(theirs.slice(1))];
    rows.push([
      size.toLocaleString("en-US"),
      size / alone,
      size / import_,
      import_ / alone,
      peakBytes / 1e6,
    ]);
  }
  printTable("An import of hourly usage against papaparse alone", [
    [
      "rows, every one another key",
      "papaparse, rows a second",
      "import, rows a second",
      "ratio",
      "peak MB more",
    ],
    ...rows,
  ]);
});

function collectGarbage(): void {
  setFlagsFromString("--expose_gc");
  runInNewContext("gc")();
}

/** Streams a file through papaparse and drops its rows. */
function rowsAlone(chunks: readonly Uint8Array[]): Promise<number> {
  let count = 0;
  return new Promise((resolve, reject) => {
    Papa.parse(Readable.from(chunks, { objectMode: false }), {
      chunk: ({ data }: Papa.ParseResult<string[]>) => {
        count += data.length;
      },
      complete: () => resolve(count),
      error: reject,
    });
  });
}

/** Of the processor, so that what else runs on the machine does not count. */
async function seconds(work: () => Promise<void>): Promise<number> {
  const started = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}
