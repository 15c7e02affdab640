import { expect, test } from "vitest";
import { openLocalWorkbook } from "../test/e2e/support/local-workbook";
import { button } from "../test/e2e/support/pane";
import { findBrowser } from "../test/support/browser";
import { printTable } from "./print";

const SIZE = 99_000;
/** Resolves when the slowest of these texts was read. */
const REST_MS = 5_000;
const PARTS: readonly (readonly [name: string, part: string])[] = [
  ["lines of a ladder", "$500k: 15%\n"],
  ["prose", "We can offer you 12% at $500k and 15% at $1M if you commit for the year.\n"],
  ["words without an offer", "We look forward to a long partnership with all of your teams.\n"],
];

test("the longest time that a pasted text holds the pane", { timeout: 300_000 }, async () => {
  if ((await findBrowser()).kind === "none")
    return console.log("\nLong proposal: not measured, there is no browser.");
  const workbook = await openLocalWorkbook();
  const { pane } = workbook;
  await button(pane, "Start from a proposal").click();
  const area = pane.getByLabel("Proposal", { exact: true });
  const longestGap = (text: string): Promise<number> =>
    area.evaluate(
      async (element, [typed, rest]) => {
        const channel = new MessageChannel();
        let longest = 0;
        let last = performance.now();
        let isOver = false;
        channel.port1.onmessage = () => {
          const now = performance.now();
          longest = Math.max(longest, now - last);
          last = now;
          if (!isOver) channel.port2.postMessage(undefined);
        };
        channel.port2.postMessage(undefined);
        Object.assign(element, { value: typed });
        element.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
        await new Promise((rested) => setTimeout(rested, rest));
        isOver = true;
        return longest;
      },
      [text, REST_MS] as const,
    );
  const rows: (readonly [string, number])[] = [
    ["ten lines", await longestGap("$500k: 15%\n".repeat(10))],
  ];
  for (const [name, part] of PARTS)
    rows.push([name, await longestGap(part.repeat(Math.ceil(SIZE / part.length)).slice(0, SIZE))]);
  expect(workbook.faults).toEqual([]);
  await workbook.close();
  printTable(`A text of ${SIZE.toLocaleString("en-US")} characters pasted (aim: 50 ms)`, [
    ["", "longest, ms"],
    ...rows,
  ]);
});
