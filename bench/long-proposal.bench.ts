import { expect, test } from "vitest";
import { openLocalWorkbook } from "../test/e2e/support/local-workbook";
import { button } from "../test/e2e/support/pane";
import { findBrowser } from "../test/support/browser";
import { giveLongestGap } from "./longest-gap";
import { printTable } from "./print";

const SIZE = 99_000;
/** Resolves when the slowest of these texts was read. */
const REST_MS = 5_000;
const PARTS: readonly (readonly [name: string, part: string])[] = [
  ["lines of a ladder", "$500k: 15%\n"],
  ["prose", "We can offer you 12% at $500k and 15% at $1M if you commit for the year.\n"],
  ["words without an offer", "We look forward to a long partnership with all of your teams.\n"],
];

function filled(part: string): string {
  return part.repeat(Math.ceil(SIZE / part.length)).slice(0, SIZE);
}

test("the longest time that a pasted text holds the pane", { timeout: 300_000 }, async () => {
  if ((await findBrowser()).kind === "none")
    return console.log("\nLong proposal: not measured, there is no browser.");
  const workbook = await openLocalWorkbook();
  const { pane } = workbook;
  await button(pane, "Start from a proposal").click();
  const area = pane.getByLabel("Proposal", { exact: true });
  await giveLongestGap(pane);
  const longestGapOf = (text: string): Promise<number> =>
    area.evaluate(
      (element, [typed, rest]) =>
        globalThis.longestGap(() => {
          Object.assign(element, { value: typed });
          element.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
        }, rest),
      [text, REST_MS] as const,
    );
  const rows: (readonly [string, number])[] = [
    ["ten lines, the first text that is read", await longestGapOf("$500k: 15%\n".repeat(10))],
  ];
  for (const [name, part] of PARTS) rows.push([name, await longestGapOf(filled(part))]);
  const [ladder = "", part = ""] = PARTS[0] ?? [];
  rows.push([
    `${ladder}, in a field that nobody reads`,
    await pane.evaluate(
      ([typed, rest]) => {
        const field = document.body.appendChild(document.createElement("textarea"));
        return globalThis.longestGap(() => Object.assign(field, { value: typed }), rest);
      },
      [filled(part), REST_MS] as const,
    ),
  ]);
  expect(workbook.faults).toEqual([]);
  await workbook.close();
  printTable(`A text of ${SIZE.toLocaleString("en-US")} characters pasted (aim: 50 ms)`, [
    ["", "longest, ms"],
    ...rows,
  ]);
});
