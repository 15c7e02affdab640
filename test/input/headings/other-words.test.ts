import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { describeErrors } from "../../../src/core/errors";
import type { Result } from "../../../src/core/result";
import { readBands } from "../../../src/input/bands-cells";
import { readMonthlyUsage } from "../../../src/input/baseline-cells";
import { readLevers } from "../../../src/input/efficiency/levers-cells";
import { readOptions } from "../../../src/input/efficiency/options-cells";
import { readTokens } from "../../../src/input/efficiency/tokens-cells";
import { readWorkloads } from "../../../src/input/efficiency/workloads-cells";
import { readPriceBook } from "../../../src/input/price-book-cells";
import { readTerms } from "../../../src/input/terms-cells";

// What a heading or a label says in other words is read, or refused by name: as text nobody would price it.

function shown<T>(read: Result<T>, what: (value: T) => unknown): unknown {
  return read.ok ? what(read.value) : describeErrors(read.errors, US_DOLLAR);
}

const bands = (cells: unknown): unknown =>
  shown(readBands(cells), (table) => table.bands.map((band) => band.discountFraction));

describe("bands", () => {
  test.each([
    ...["Commitment (mln)", "Commitment MLN USD", "Commitment (thous.)", "Commitment (thou)"],
    ...["Commitment (K's)", "Commitment (Ks)", "Commitment (Mrd)", "Commit, thou. USD"],
    ...["Spend (in mln.)", "Threshold, kUSD", "Volume (USD mln)"],
  ])("amounts headed %j are refused", (heading) => {
    const read = bands([
      [heading, "Discount"],
      [250, 0.1],
      [500, 0.15],
    ]);
    expect(read).toMatch(/^Column 1 of bands is headed .* write its amounts in full/);
  });

  test.each([
    ...["Commitment 3Y", "Commitment 3-yr", "3yr commit", "2-yr spend"],
    ...["Biennial commitment", "Lifetime commitment", "Commitment over term"],
    ...["Commitment over the term", "Commitment (10 yrs)"],
  ])("amounts headed %j are refused", (heading) => {
    const read = bands([
      [heading, "Discount"],
      [250_000, 0.1],
    ]);
    expect(read).toMatch(/^Column 1 of bands is headed .* give the amount of each year/);
  });

  test.each([
    ...[
      "Commitment 1Y",
      "1-yr commitment",
      "Commitment / yr",
      "12-month commit",
      "Commitment p.a.",
    ],
  ])("amounts headed %j are those of a year", (heading) => {
    const read = bands([
      [heading, "Discount"],
      [250_000, 0.1],
    ]);
    expect(read).toEqual([0, 0.1]);
  });

  test.each([
    ...["% of list price", "% of public price", "% of standard rate", "Rate (% of list price)"],
    ...["Percent of list price", "× list", "times list", "Invoiced", "Owed", "Due", "Index"],
    ...["Ratio to list", "Contract rate", "Your rate", "Zu zahlen", "Preis", "Balance", "% list"],
  ])("90%% and 85%% headed %j are what is paid", (heading) => {
    for (const rows of [
      [
        [250_000, 0.9],
        [500_000, 0.85],
      ],
      [[250_000, "90%"]],
    ])
      expect(bands([["Commitment", heading], ...rows])).toMatch(
        /^[^:]* is headed [^:]*: give the discount, such as 0\.1[^:]*$/,
      );
  });

  test.each([
    ...["% off list price", "% below list price", "Discount % of list price", "% from list"],
    ...["Reduction vs list price", "Rabatt", "Remise", "Column2", "Discount to list price", "Rate"],
  ])("10%% and 15%% headed %j are discounts", (heading) => {
    const read = bands([
      ["Commitment", heading],
      [250_000, 0.1],
      [500_000, 0.15],
    ]);
    expect(read).toEqual([0, 0.1, 0.15]);
  });

  test("discounts of more than half that rise are discounts under any heading", () => {
    const read = bands([
      ["Commitment", "Rabatt"],
      [250_000, 0.5],
      [500_000, 0.6],
    ]);
    expect(read).toEqual([0, 0.5, 0.6]);
  });

  test.each([
    ...[
      "Overage (note 2)",
      "Overage (see note 2)",
      "Overage (clause 7)",
      "Overage, see clause 4.2",
    ],
    ...["Overage - see note", "Overage (ref. 12)", "Overage (section 3)", "Overage (see contract)"],
    ...["Overage: see MSA", "Overage (see below)"],
  ])("a column headed %j is priced", (heading) => {
    const read = shown(
      readBands([
        ["Threshold", "Discount", heading],
        [500_000, 0.15, "committed"],
      ]),
      (table) => table.bands.at(-1)?.terms.overage,
    );
    expect(read).toBe("committed");
  });

  test.each(["Overage contact", "Overage notes", "Clause", "See also", "Source of overage"])(
    "a column headed %j is text",
    (heading) => {
      const read = shown(
        readBands([
          ["Threshold", "Discount", heading],
          [500_000, 0.15, "committed"],
        ]),
        (table) => table.bands.at(-1)?.terms,
      );
      expect(read).toEqual({});
    },
  );
});

describe("a last row without a discount", () => {
  const under = (...row: readonly unknown[]) =>
    bands([["Name", "Commitment", "Discount"], ["a", 250_000, 0.1], ["b", 500_000, 0.15], row]);

  test.each(["Total (USD)", "Total*", "TOTAL:", "Summe", "Gesamt", "Σ", "Sum total", "Sub-total"])(
    "that is named %j is left out where it is the sum",
    (name) => {
      expect(under(name, 750_000, null)).toEqual([0, 0.1, 0.15]);
      expect(under(name, 760_000, null)).toMatch(/is no sum of the bands above it/);
    },
  );

  test.each(["Overall", "All bands", "Checksum", "Everything", "", null, 0])(
    "that is named %j and holds the sum may be a total, and is refused",
    (name) => {
      for (const blank of [null, 0])
        expect(under(name, 750_000, blank)).toMatch(
          /in row 4 of bands is the sum of the bands above it, or has no discount/,
        );
    },
  );

  test("is a band where it is no sum, or says 0%", () => {
    expect(under("top", 800_000, null)).toEqual([0, 0.1, 0.15, 0]);
    expect(under("top", 750_000, "0%")).toEqual([0, 0.1, 0.15, 0]);
  });
});

describe("tables with headings", () => {
  const usage = (heading: string): unknown =>
    shown(
      readWorkloads([
        ["Model", "Output", heading],
        ["claude-opus-4-1", 5, 7],
      ]),
      (read) => read.length,
    );

  test.each([
    ...["Input (M)", "Input, thousands", "Input tokens (M)", "Input MTok", "Input in M"],
    ...["cache_read_input_tokens (M)", "Web search (k)", "Prompt tokens (k)", "Cached (M)"],
  ])("of workloads, tokens headed %j are not counted one by one", (heading) => {
    expect(usage(heading)).toMatch(
      /^Column 3 of workloads is headed .*: write its amounts in full/,
    );
  });

  test.each([
    ...["Input (tokens)", "Input (USD)", "Input share", "Fresh input", "Total input"],
    ...["Cached input", "Cache hits", "Cached"],
    ...["Service tier", "service_tier", "Service (tier)", "AWS service", "Geo region"],
    ...["Workload name", "Workspace id"],
  ])("of workloads, a column headed %j is no column to ignore", (heading) => {
    expect(usage(heading)).toMatch(
      /^Column 3 of workloads is headed .* or leave the column out\.$/,
    );
  });

  test.each([
    "Notes",
    "Owner",
    "Team",
    "Month",
    "List USD",
    "Prices on",
    "Reason",
    "Service owner",
  ])("of workloads, a column headed %j is ignored", (heading) => {
    expect(usage(heading)).toBe(1);
  });

  test.each([
    ...["From date", "From (incl.)", "Valid from", "Start", "To (incl.)", "To date", "Until"],
    ...["Valid to", "End date", "Prompt above (k)", "Batch discount", "Cached input"],
  ])("of a price book, a column headed %j is no column to ignore", (heading) => {
    const read = readPriceBook([
      ["Model", "Input", "Output", heading],
      ["m", 5, 25, 1],
    ]);
    expect(shown(read, () => "read")).toMatch(/^Column 4 of book is headed/);
  });

  test.each([
    ...["Workload name", "Workspace name", "From model", "From (model)", "Model", "Write TTL"],
    ...["To model", "Until", "Prompt tokens (k)", "Write ratio (%)"],
  ])("of levers, a column headed %j is no column to ignore", (heading) => {
    const read = readLevers([
      ["Lever", "Share", heading],
      ["Batch", 0.5, "x"],
    ]);
    expect(shown(read, () => "read")).toMatch(/^Column 3 of levers is headed/);
  });

  test("a lever of a workspace is that of a workload", () => {
    const read = readLevers([
      ["Lever", "Share", "Workspace"],
      ["Batch", 0.5, "A"],
    ]);
    expect(shown(read, ([lever]) => lever?.workload)).toBe("a");
  });

  test.each(["Model name", "Model id", "Models", "Workspace (name)", "Workspace name"])(
    "of monthly usage, a column headed %j is no column to ignore",
    (heading) => {
      const read = readMonthlyUsage([
        ["Month", "Usage", heading],
        ["2026-09", 5, "x"],
      ]);
      expect(shown(read, () => "read")).toMatch(/^Column 3 of usage is headed/);
    },
  );

  test.each(["Tokens (M)", "Tokens (millions)", "MTok", "Mtokens", "kTok", "Tokens, thousands"])(
    "tokens headed %j are not counted one by one",
    (heading) => {
      const read = readTokens([
        ["Kind", heading],
        ["Input", 1],
      ]);
      expect(shown(read, () => "read")).toMatch(
        /^Tokens is headed ".*": write its amounts in full/,
      );
    },
  );
});

describe("blank columns, and a first row", () => {
  test.each<readonly [unknown]>([
    [[["Service", null, "batch"]]],
    [[["Service", 0, "batch"]]],
    [[[null, "Service", "batch"]]],
    [[["Service", "", "", "batch"]]],
    [
      [
        ["Service", null, "batch"],
        ["Speed", null, null],
      ],
    ],
    [
      [
        ["Service", null, "Speed"],
        ["batch", null, "standard"],
      ],
    ],
  ])("of options are passed over: %j", (options) => {
    expect(shown(readOptions(options), ({ tariff }) => tariff.service)).toBe("batch");
  });

  test.each<readonly [unknown]>([
    ["three"],
    ["Three years"],
    ["one"],
    [true],
    ["half"],
    ["a year"],
  ])("%j beside Term is a length and no heading", (value) => {
    const read = readTerms([
      ["Term", value],
      ["Overage", "list"],
    ]);
    expect(shown(read, () => "read")).toMatch(/^Term in row 1 of terms is .*: give a number\.$/);
  });

  test.each(["Agreed", "Our contract", "Now", "Acme", "n/a"])(
    "%j beside Term is a heading",
    (value) => {
      const read = readTerms([
        ["Term", value],
        ["Overage", "committed"],
      ]);
      expect(shown(read, ({ overage }) => overage)).toBe("committed");
    },
  );
});
