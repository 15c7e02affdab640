import { readFileSync } from "node:fs";
import path from "node:path";
import { readPriceBook } from "../../../src/input/price-book-cells";
import { priceBookCells } from "../../../src/input/shipped-price-book";
import { type ImportOptions, importFiles } from "../../../src/input/usage-files/import-files";
import type { ImportPreview } from "../../../src/input/usage-files/import-preview";
import { machineReport } from "../../../src/input/usage-files/machine-report";
import type { ExportFile } from "../../../src/input/usage-files/text/survey";
import { good } from "../../core/deals";

const CSV = path.join(import.meta.dirname, "../../cases/price-book.csv");

/** The price book of the cases, which stays as it is when the shipped one moves on. */
export const BOOK = good(readPriceBook(priceBookCells(readFileSync(CSV, "utf8"))));

/** A price book of some rows, written as in the cases. */
export function bookOf(...rows: readonly string[]) {
  const [heading = ""] = readFileSync(CSV, "utf8").split("\n");
  return good(readPriceBook(priceBookCells(table(heading, ...rows))));
}

/** A file that is read in pieces of so many bytes. */
export function fileOf(
  content: string | Uint8Array,
  { name = "file.csv", pieceBytes = 65_536 } = {},
): ExportFile {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    stream: () => {
      let at = 0;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at >= bytes.length) controller.close();
          else controller.enqueue(bytes.slice(at, at + pieceBytes));
          at += pieceBytes;
        },
      });
    },
  };
}

export async function previewOf(
  files: readonly (string | ExportFile)[],
  options: Partial<ImportOptions> = {},
): Promise<ImportPreview> {
  const read = await importFiles(
    files.map((file, index) =>
      typeof file === "string" ? fileOf(file, { name: `${index + 1}.csv` }) : file,
    ),
    { book: BOOK, ...options },
  );
  if (read.kind !== "read") throw new Error(read.kind);
  return read.preview;
}

/** What a program reads of an import. */
export async function reportOf(...files: readonly (string | ExportFile)[]) {
  return machineReport(await previewOf(files));
}

export const USAGE_HEADING =
  "usage_date_utc,model_version,api_key,workspace,usage_type,context_window,usage_input_tokens_no_cache,usage_input_tokens_cache_write_5m,usage_input_tokens_cache_write_1h,usage_input_tokens_cache_read,usage_output_tokens,web_search_count,inference_geo,speed";

/** A row under USAGE_HEADING. */
export function usageLine({
  date = "2026-09-01",
  model = "claude-opus-5",
  key = "k",
  workspace = "A",
  service = "standard",
  context = "",
  input = "1000000",
  write5m = "0",
  write1h = "0",
  read = "0",
  output = "0",
  searches = "0",
  geo = "",
  speed = "",
} = {}): string {
  return [
    ...[date, model, key, workspace, service, context],
    ...[input, write5m, write1h, read, output, searches, geo, speed],
  ].join(",");
}

export const COST_HEADING =
  "usage_date_utc,model,workspace,api_key,usage_type,context_window,token_type,cost_usd,list_price_usd,cost_type,inference_geo,speed";

export function table(...lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}
