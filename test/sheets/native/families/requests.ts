import fc from "fast-check";
import { priceBookCells } from "../../../../src/input/shipped-price-book";
import type { Typed, TypedRows } from "../cells";
import type { CellFamily } from "../families";

/** 2026-08-01, as Excel counts days. */
const DAY = 46_235;

/** A price book as the workbook has it: days are dates, blank prices are not sold. */
const BOOK: TypedRows =
  priceBookCells(`Model,From,To,Prompt above,Input,Output,Cache write 5m,Cache write 1h,Cache read,Batch,US only,Fast input,Fast output,Web search,Session hour,Tokenizer,Source,Checked on
claude-opus-5,${DAY - 8},,,5,25,6.25,10,0.5,0.5,1.1,10,50,10,0.08,1.3,page,${DAY}
claude-opus-4-6,${DAY - 140},,,5,25,6.25,10,0.5,0.5,1.1,,,10,0.08,1,,${DAY}
claude-opus-4-6,,${DAY - 141},,5,25,6.25,10,0.5,0.5,1.1,,,10,0.08,1,,${DAY}
Claude Opus 4.6,,${DAY - 141},200000,10,37.5,12.5,20,1,0.5,1.1,,,10,0.08,1,,${DAY}
claude-haiku-5-5,${DAY - 50},,,0.1,0.5,0.125,0.2,0.01,0.5,1.1,,,10,0.08,1.3,,
claude-haiku-5-5,${DAY - 50},,100000,0.5,2.5,0.625,1,0.05,0.5,1.1,,,10,0.08,1.3,,
,,,,,,,,,,,,,,,,,
house-model,${DAY - 10},${DAY + 10},,2,,,,0,,,,,,,,,`);

const tokens: fc.Arbitrary<Typed> = fc.oneof(
  fc.constantFrom<Typed>("", 0, 100_000, 100_001, 200_000, 1),
  fc.integer({ min: 0, max: 400_000 }),
);
const row = fc.tuple(tokens, tokens, tokens, tokens, tokens, fc.constantFrom<Typed>("", 0, 12));
const quantities: fc.Arbitrary<TypedRows> = fc.oneof(
  row.map((cells): TypedRows => [cells]),
  row.map(
    ([input, write, , read, output, hours]): TypedRows => [
      ["Kind", "Tokens"],
      ["input", input],
      ["Cache write 5m", write],
      ["cache_read_input_tokens", read],
      ["Output", output],
      ["session hour", hours],
    ],
  ),
  row.map(
    ([input, , , read, output]): TypedRows => [
      ["Input", "Cache read", "Output"],
      [input, read, output],
    ],
  ),
);

const options: fc.Arbitrary<TypedRows | undefined> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("standard", "batch", "Batch", ""),
      fc.constantFrom("standard", "standard", "fast", "", ""),
      fc.constantFrom("global", "us", "US", ""),
      fc.constantFrom<Typed>("", 1, 100_000, 100_001, 250_000),
    )
    .map((cells): TypedRows => [cells]),
  fc.constantFrom<TypedRows | undefined>(
    undefined,
    [
      ["Service", "batch"],
      ["", ""],
      ["Prompt tokens", 90_000],
    ],
    [
      ["Option", "Value"],
      ["Geo", "us"],
      ["Requests", 4],
    ],
  ),
);

/** Requests as the Usage sheet has them, and in the other forms that people write. */
export const REQUESTS: CellFamily = {
  name: "tokens at list prices",
  parts: fc.record({
    book: fc.constant(BOOK),
    model: fc
      .constantFrom(
        ...[
          "claude-opus-5",
          "claude-opus-5",
          "Claude Opus 5",
          "claude-opus-4-6",
          "claude-opus-4.6@20260101",
        ],
        ...["claude-haiku-5-5", "HOUSE-model", "us.anthropic.claude-haiku-5-5", "claude-opus-9"],
      )
      .map((name): TypedRows => [[name]]),
    kind: fc.constantFrom("input", "Output", "cache-read", "web search", "session hour"),
    tokens: quantities,
    day: fc
      .constantFrom<Typed>("", 0, DAY, DAY + 0.75, DAY - 141, DAY - 140, DAY + 11)
      .map((one): TypedRows => [[one]]),
    options,
  }),
  calls: [
    ["LIST_PRICE", "model", "kind", "day", "options", "book"],
    ["TOKEN_COST", "model", "tokens", "day", "options", "book"],
  ],
  typed: [
    ...[0, 1, 2.5, -1, 100_001, DAY, DAY + 20, 1e15, 1e17, "", null, true, "5", "$5", "abc", "*"],
    ...[
      "batch",
      "fast",
      "us",
      "global",
      "standard",
      "input",
      "Kind",
      "Service",
      "Input",
      "Outputs",
    ],
    ...["claude-opus-5", "Claude Opus 4.6", "claude-*", "2026-08-01", { code: "#N/A" } as const],
  ],
};
