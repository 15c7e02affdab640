import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import type { Result } from "../../src/core/result";
import {
  readEfficiencyQuestion,
  readUsageDetail,
} from "../../src/input/efficiency/efficiency-cells";
import { readLevers } from "../../src/input/efficiency/levers-cells";
import { readOptions } from "../../src/input/efficiency/options-cells";
import { readRequest } from "../../src/input/efficiency/request-cells";
import { readKind, readTokens } from "../../src/input/efficiency/tokens-cells";
import { readWorkloads } from "../../src/input/efficiency/workloads-cells";

function shown<T>(read: Result<T>): T | string {
  return read.ok ? read.value : describeErrors(read.errors, US_DOLLAR);
}

describe("options", () => {
  /** Options in few words: service, speed, geo, prompt tokens, requests. */
  const inFew = (raw: unknown): string => {
    const read = shown(readOptions(raw));
    if (typeof read === "string") return read;
    const { tariff, promptTokens, requests } = read;
    return [tariff.service, tariff.speed, tariff.geo, promptTokens, requests].join(" ").trim();
  };

  test.each<readonly [string, unknown, string]>([
    ["omitted", null, "standard standard global"],
    ["blank", [["", ""]], "standard standard global"],
    ["zeros for blanks", [[0, 0, 0, 0]], "standard standard global"],
    ["a row of the Usage sheet", [["standard", "fast", "global", 0]], "standard fast global"],
    ["with a prompt length", [["batch", "", "US", 100_001]], "batch standard us 100001"],
    ["in any order", [[50_000, "us", "Batch"]], "batch standard us 50000"],
    ["down a column", [["fast"], ["us"]], "standard fast us"],
    ["one word", "batch", "batch standard global"],
    ["a number in text", [["batch", "100,001"]], "batch standard global 100001"],
    [
      "two columns",
      [
        ["Service", "batch"],
        ["geo", "US"],
      ],
      "batch standard us",
    ],
    [
      "two columns with headings",
      [
        ["Option", "Value"],
        ["Service", "batch"],
      ],
      "batch standard global",
    ],
    [
      "in other writing",
      [
        ["PROMPT-TOKENS", "1.5M"],
        ["speed", "Fast"],
      ],
      "standard fast global 1500000",
    ],
    [
      "with a blank value and a blank row",
      [
        ["Service", ""],
        ["", ""],
        ["Requests", 20],
      ],
      "standard standard global  20",
    ],
    [
      "names across",
      [
        ["Service", "Speed", "Geo", "Prompt tokens"],
        ["batch", "standard", "us", 5],
      ],
      "batch standard us 5",
    ],
    [
      "two names across",
      [
        ["Service", "Geo"],
        ["batch", "us"],
      ],
      "batch standard us",
    ],
  ])("are read: %s", (_, raw, words) => {
    expect(inFew(raw)).toBe(words);
  });

  test.each<readonly [string, unknown, string]>([
    [
      "an unknown option",
      [
        ["Service", "batch"],
        ["Sevrice tier", "x"],
      ],
      'Option in row 2 of options is "Sevrice tier": give Service, Speed, Geo, Prompt tokens or Requests.',
    ],
    [
      "an unknown word",
      [["priority", "standard"]],
      'Item 1 of options is "priority": give standard, batch, fast, global or us.',
    ],
    [
      "a word misspelt",
      [["btach"]],
      'Item 1 of options is "btach": give standard, batch, fast, global or us.',
    ],
    [
      "an unknown service",
      [["Service", "flex"]],
      'Service of options is "flex": give standard or batch.',
    ],
    [
      "an option twice",
      [
        ["Geo", "us"],
        ["Geo", "global"],
      ],
      "Geo is given twice, in rows 1 and 2 of options: keep one of them.",
    ],
    [
      "two prompt lengths",
      [
        ["Requests", 1],
        ["Prompt tokens", 5],
      ],
      "Options has both Prompt tokens and Requests, which both say the prompt length: keep one of them.",
    ],
    [
      "two numbers",
      [["batch", 5, 6]],
      "Options has two numbers, 5 and 6: give one, the prompt tokens of a request.",
    ],
    [
      "words that contradict",
      [["global", "us"]],
      "Options has both global and us: keep one of them.",
    ],
    [
      "a prompt of 0",
      [["Prompt tokens", 0]],
      "Prompt tokens of options is 0: give a number above 0.",
    ],
    ["a negative prompt", [["batch", -5]], "Item 2 of options is -5: give a number of 0 or more."],
    [
      "requests that are no number",
      [["Requests", "many"]],
      'Requests of options is "many": give a number.',
    ],
    [
      "an error",
      [["batch", "#N/A"]],
      "Item 2 of options holds the error #N/A: mend that cell first.",
    ],
  ])("are refused: %s", (_, raw, sentence) => {
    expect(inFew(raw)).toBe(sentence);
  });
});

describe("a kind", () => {
  test.each<readonly [unknown, string]>([
    ["Input", "input"],
    ["input_no_cache", "input"],
    ["uncached_input_tokens", "input"],
    ["Cache-Write 5M", "cache write 5m"],
    ["cache_creation.ephemeral_1h_input_tokens", "cache write 1h"],
    ["usage_input_tokens_cache_read", "cache read"],
    ["cache_read_input_tokens", "cache read"],
    ["usage_output_tokens", "output"],
    ["Cache read tokens", "cache read"],
    ["Web searches", "web search"],
    ["session hours", "session hour"],
    [
      "Ouput",
      'Kind is "Ouput", did you mean output? Give input, cache write 5m, cache write 1h, cache read, output, web search or session hour.',
    ],
    ["", "Kind is missing: give a kind such as input."],
    [0, "Kind is missing: give a kind such as input."],
  ])("%j", (raw, kind) => {
    expect(shown(readKind(raw))).toBe(kind);
  });
});

describe("tokens", () => {
  test.each<readonly [string, unknown, unknown]>([
    [
      "two columns",
      [
        ["input", 5],
        ["output", 6],
      ],
      { input: 5, output: 6 },
    ],
    ["one row of two", [["input", 5]], { input: 5 }],
    [
      "below headings",
      [
        ["Kind", "Tokens"],
        ["input", 5],
      ],
      { input: 5 },
    ],
    [
      "headings after blank rows",
      [
        ["", ""],
        ["Kind", "Tokens"],
        ["input", "1.5M"],
      ],
      { input: 1_500_000 },
    ],
    [
      "with a blank number and blank rows",
      [
        ["input", ""],
        [0, 0],
        ["", ""],
        ["output", 6],
      ],
      { input: 0, output: 6 },
    ],
    [
      "numbers in text",
      [
        ["input", "1,000"],
        ["output", "5"],
      ],
      { input: 1000, output: 5 },
    ],
    [
      "with a blank column behind",
      [
        ["input", 5, ""],
        ["output", 6, ""],
      ],
      { input: 5, output: 6 },
    ],
    [
      "kinds across",
      [
        ["Input", "Output", "Web search"],
        [5, "", 7],
      ],
      { input: 5, output: 0, "web search": 7 },
    ],
    [
      "two kinds across",
      [
        ["Input", "Output"],
        ["5", "6"],
      ],
      { input: 5, output: 6 },
    ],
    ["one kind above its number", [["Input"], [5]], { input: 5 }],
    [
      "six numbers",
      [[1, 2, 3, 4, 5, 6]],
      {
        input: 1,
        "cache write 5m": 2,
        "cache write 1h": 3,
        "cache read": 4,
        output: 5,
        "web search": 6,
      },
    ],
    [
      "five numbers, some blank",
      [[1, "", null, "4k", 5]],
      { input: 1, "cache write 5m": 0, "cache write 1h": 0, "cache read": 4000, output: 5 },
    ],
    [
      "six zeros",
      [[0, 0, 0, 0, 0, 0]],
      {
        input: 0,
        "cache write 5m": 0,
        "cache write 1h": 0,
        "cache read": 0,
        output: 0,
        "web search": 0,
      },
    ],
  ])("are read: %s", (_, raw, quantities) => {
    expect(shown(readTokens(raw))).toEqual(quantities);
  });

  const SHAPES =
    "give two columns, kind and tokens, or kinds across with the numbers below, or the five or six numbers of a row of the Usage sheet.";
  test.each<readonly [string, unknown, string]>([
    [
      "nothing",
      null,
      "Tokens is missing: give kinds and how much of each, such as input and 1000000.",
    ],
    [
      "blank cells",
      [
        ["", ""],
        ["", ""],
      ],
      "Tokens is missing: give kinds and how much of each, such as input and 1000000.",
    ],
    [
      "headings alone",
      [["Kind", "Tokens"]],
      "Tokens is missing: give kinds and how much of each, such as input and 1000000.",
    ],
    ["a number", 5, `Tokens has 1 row and 1 column: ${SHAPES}`],
    ["four numbers", [[1, 2, 3, 4]], `Tokens has 1 row and 4 columns: ${SHAPES}`],
    ["seven numbers", [[1, 2, 3, 4, 5, 6, 7]], `Tokens has 1 row and 7 columns: ${SHAPES}`],
    [
      "two rows of numbers",
      [
        [1, 2, 3, 4, 5],
        [1, 2, 3, 4, 5],
      ],
      `Tokens has 2 rows and 5 columns: ${SHAPES}`,
    ],
    [
      "an unknown kind",
      [["thinking", 5]],
      'Kind in row 1 of tokens is "thinking": give input, cache write 5m, cache write 1h, cache read, output, web search or session hour.',
    ],
    [
      "a kind twice in two writings",
      [
        ["input", 1],
        ["Input tokens", 2],
      ],
      "Input is given twice, in rows 1 and 2 of tokens: keep one of them.",
    ],
    [
      "a kind twice across",
      [
        ["Input", "Output", "input"],
        [1, 2, 3],
      ],
      "Input is given twice, in columns 1 and 3 of tokens: keep one of them.",
    ],
    [
      "six cells that are no numbers throughout",
      [["input", 1, 2, 3, 4, 5]],
      "Tokens has 1 row and 6 columns: give two columns, kind and tokens, or kinds across with the numbers below, or the five or six numbers of a row of the Usage sheet.",
    ],
    [
      "a heading below a kind",
      [
        ["input", 1],
        ["Kind", 2],
      ],
      'Kind in row 2 of tokens is "Kind": give input, cache write 5m, cache write 1h, cache read, output, web search or session hour.',
    ],
    [
      "a number without a kind",
      [
        ["input", 1],
        ["", 2],
      ],
      "Kind in row 2 of tokens is missing: give a kind such as input.",
    ],
    [
      "a negative number",
      [["input", -1]],
      "Input in row 1 of tokens is -1: give a number of 0 or more.",
    ],
    [
      "a number that reads two ways",
      [["input", "1.234"]],
      'Input in row 1 of tokens is "1.234", which may mean 1.234 or 1,234: write 1.234 or 1234.',
    ],
    [
      "an error",
      [["input", "#REF!"]],
      "Input in row 1 of tokens holds the error #REF!: mend that cell first.",
    ],
  ])("are refused: %s", (_, raw, sentence) => {
    expect(shown(readTokens(raw))).toBe(sentence);
  });
});

describe("workloads", () => {
  test("are read from the Usage sheet, from names of exports, and with words left out", () => {
    const read = readWorkloads([
      [
        "Month",
        "Workspace",
        "Model",
        "Speed",
        "input_tokens",
        "Cache read",
        "Cache write 1h",
        "Prompt tokens",
        "List USD",
      ],
      [46_301, " Support ", "Claude Opus 4.6", "FAST", "1.5M", "", "", 0, 99],
      [46_301, 0, "claude-opus-5", 0, 7, 5, 3, 80_000, 99],
    ]);
    expect(shown(read)).toMatchObject([
      {
        place: { row: 2 },
        name: "Support",
        model: "claude-opus-4-6",
        tariff: { service: "standard", speed: "fast", geo: "global" },
        promptTokens: undefined,
        quantities: { input: 1_500_000, "cache read": 0, output: 0 },
      },
      {
        place: { argument: "workloads", row: 3 },
        name: "",
        model: "claude-opus-5",
        tariff: { speed: "standard" },
        promptTokens: 80_000,
        quantities: { input: 7, "cache read": 5, "cache write 1h": 3 },
      },
    ]);
  });

  test.each<readonly [string, unknown, string]>([
    [
      "nothing",
      null,
      "Workloads is missing: give a table with the headings Model, Input, Output and so on.",
    ],
    [
      "blanks and zeros",
      [
        ["", 0],
        [0, null],
      ],
      "Workloads is missing: give a table with the headings Model, Input, Output and so on.",
    ],
    [
      "no model",
      [
        ["Model", "Input"],
        ["", 5],
      ],
      "Model in row 2 of workloads is missing: give a model such as claude-opus-5.",
    ],
    [
      "no kind of tokens",
      [
        ["Model", "Tokens"],
        ["m", 5],
      ],
      "Workloads has no column headed Input, Cache write 5m, Cache write 1h, Cache read, Output or Web search: include the headings in the range (for a table, Table[#All]).",
    ],
    [
      "an unknown speed",
      [
        ["Model", "Speed", "Input"],
        ["m", "turbo", 5],
      ],
      'Speed in row 2 of workloads is "turbo": give standard or fast.',
    ],
    [
      "a negative number in two rows",
      [
        ["Model", "Input"],
        ["m", -5],
        ["m", -6],
      ],
      "Input in row 2 of workloads is -5: give a number of 0 or more; the same in row 3.",
    ],
    [
      "one kind under two names",
      [
        ["Model", "Input", "input_tokens"],
        ["m", 5, 6],
      ],
      "Workloads has the heading Input twice (columns 2 and 3): keep one of them.",
    ],
  ])("are refused: %s", (_, raw, sentence) => {
    expect(shown(readWorkloads(raw))).toBe(sentence);
  });

  test.each(["Workload", "Workspace", "Service", "Speed", "Geo", "Prompt tokens", "Output"])(
    "with an error under %s are refused by its name",
    (heading) => {
      const cells = [
        ["Model", "Input", heading],
        ["m", 5, "#REF!"],
      ];
      expect(shown(readWorkloads(cells))).toBe(
        `${heading} in row 2 of workloads holds the error #REF!: mend that cell first.`,
      );
    },
  );

  test.each([[["", ""]], [["Session hours", "session_hour"]]])(
    "are read beside columns headed %j",
    (headings) => {
      const cells = [
        ["Model", "Input", ...headings],
        ["m", 5, "", ""],
      ];
      expect(shown(readWorkloads(cells))).toMatchObject([{ quantities: { input: 5 } }]);
    },
  );
});

test("the other arguments are refused by their names", () => {
  const workloads = [
    ["Model", "Input"],
    ["m", 5],
  ];
  const day = "give a day from 2000 to 2099 as a date, or as text such as 2026-10-07.";
  expect(shown(readEfficiencyQuestion(workloads, null, "soon", null))).toBe(
    `Date is "soon": ${day}`,
  );
  expect(shown(readRequest("", "soon", null, null))).toBe(
    `Model is missing: give a model such as claude-opus-5. Date is "soon": ${day}`,
  );
  expect(shown(readUsageDetail("x"))).toBe(
    'Detail is "x": give steps, total, workloads or tokens.',
  );
});

describe("levers", () => {
  const table = (...rows: readonly (readonly unknown[])[]) => [
    ["Lever", "Workload", "From", "To", "Share", "Write ratio", "Write", "Prompt tokens"],
    ...rows,
  ];

  test("have defaults, and a write ratio of 0 where it is typed", () => {
    expect(shown(readLevers(table(["cache", "", "", "", "50%", "", "", ""])))).toMatchObject([
      {
        lever: "Cache",
        workload: "",
        from: "",
        share: 0.5,
        writeRatio: 0.1,
        lifetime: "5m",
        promptTokens: undefined,
      },
    ]);
    expect(shown(readLevers(table(["Cache", "", "", "", 0.5, 0, "1h", ""])))).toMatchObject([
      { writeRatio: 0, lifetime: "1h" },
    ]);
    expect(shown(readLevers(table(["Cache", 0, 0, 0, 0.5, 0, 0, 0])))).toMatchObject([
      { writeRatio: 0.1 },
    ]);
    expect(
      shown(
        readLevers([
          ["Lever", "Share", "Write ratio"],
          ["Cache", 0.5, 0],
        ]),
      ),
    ).toMatchObject([{ writeRatio: 0 }]);
  });

  test.each(["Workload", "From", "To", "Write"])(
    "have the usual write ratio where its 0 is beside a 0 under %s",
    (heading) => {
      const read = readLevers([
        ["Lever", heading, "Share", "Write ratio", "Note"],
        ["Cache", 0, 0.5, 0, ""],
      ]);
      expect(shown(read)).toMatchObject([{ writeRatio: 0.1 }]);
    },
  );

  test.each([
    ...["Lever", "Workload", "From", "To", "Share", "Write ratio", "Write", "Prompt tokens"],
  ])("with an error under %s are refused by its name", (heading) => {
    const [headings = []] = table();
    const row = headings.map((one) => (one === heading ? "#REF!" : ""));
    expect(shown(readLevers([headings, row]))).toBe(
      `${heading} in row 2 of levers holds the error #REF!: mend that cell first.`,
    );
  });

  test.each<readonly [string, unknown]>([
    ["omitted", null],
    ["blank", [["", ""]]],
    ["headings alone", table()],
    ["blank rows", table(["", "", "", "", "", "", "", ""], [0, 0, 0, 0, 0, 0, 0, 0])],
  ])("may be none: %s", (_, raw) => {
    expect(shown(readLevers(raw))).toEqual([]);
  });

  test.each<readonly [string, unknown, string]>([
    [
      "an unknown lever",
      table(["Compress", "", "", "", 0.1]),
      'Lever in row 2 of levers is "Compress": give Route, Cache or Batch.',
    ],
    [
      "a lever misspelt",
      table(["Routing", "", "a", "b", 0.1]),
      'Lever in row 2 of levers is "Routing", did you mean Route? Give Route, Cache or Batch.',
    ],
    [
      "no lever",
      table(["", "x", "", "", 0.1]),
      "Lever in row 2 of levers is missing: give Route, Cache or Batch.",
    ],
    [
      "no share column",
      [
        ["Lever", "Workload"],
        ["Batch", "a"],
      ],
      "Levers has no column headed Share: include the headings in the range (for a table, Table[#All]).",
    ],
    [
      "a share of 40",
      table(["Batch", "", "", "", 40]),
      "Share in row 2 of levers is 40: give a fraction from 0 to 1, such as 0.4 for 40%.",
    ],
    [
      "a route without From",
      table(["Route", "", "", "b", 0.1]),
      "From in row 2 of levers is missing: give the model that tokens are routed from.",
    ],
    [
      "a route without To",
      table(["Route", "", "a", "", 0.1]),
      "To in row 2 of levers is missing: give the model that tokens are routed to.",
    ],
    [
      "the same batch twice, in other writing",
      table(
        ["Batch", "Prod", "Claude Opus 5", "", 0.1],
        ["batch", " prod", "claude-opus-5", "x", 0.2],
      ),
      "The lever Batch of the same workload and models is given twice, in rows 2 and 3 of levers: keep one of them.",
    ],
    [
      "the same route twice",
      table(
        ["Route", "", "a", "b", 0.1],
        ["Cache", "", "a", "", 0.1],
        ["Route", "", "a", "B", 0.2],
      ),
      "The lever Route of the same workload and models is given twice, in rows 2 and 4 of levers: keep one of them.",
    ],
    [
      "routes of more than all",
      table(["Route", "", "a", "b", 0.7], ["Route", "", "A", "c", 0.4]),
      "The shares routed from a in rows 2 and 3 of levers add up to 1.1: make them add up to 1 at most.",
    ],
    [
      "a cache of more than all",
      table(["Cache", "", "", "", 0.95, 0.1]),
      "Share 0.95 with write ratio 0.1 in row 2 of levers caches more than the whole prompt: give a share up to 0.90909, or a lower write ratio.",
    ],
    [
      "a negative write ratio",
      table(["Cache", "", "", "", 0.5, -0.1]),
      "Write ratio in row 2 of levers is -0.1: give tokens written for each token read, from 0 to 1,000, such as 0.1.",
    ],
    [
      "an unknown lifetime",
      table(["Cache", "", "", "", 0.5, 0.1, "1d"]),
      'Write in row 2 of levers is "1d": give 5m or 1h.',
    ],
  ])("are refused: %s", (_, raw, sentence) => {
    expect(shown(readLevers(raw))).toBe(sentence);
  });

  test("may add up to exactly 1, though doubles miss it", () => {
    const shares = Array.from({ length: 10 }, (_, index) => ["Route", "", "a", `b${index}`, 0.1]);
    expect(readLevers(table(...shares)).ok).toBe(true);
    expect(readLevers(table(["Cache", "", "", "", 0.909_090_909, 0.1])).ok).toBe(true);
  });
});
