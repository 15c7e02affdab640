import type { Page } from "playwright-core";
import { test } from "vitest";
import { DECISION_CASES, serveDecisionPages } from "./decision-pages";
import { giveLongestGap } from "./longest-gap";
import { median, printTable } from "./print";

const ROUNDS = 9;
const ACTS = ["deal read again", "load moved", "card opened"] as const;
/** Resolves when everything that an action starts is done. */
const REST_MS = 700;

const onDecisionPage = serveDecisionPages();

test("the longest time that the page cannot respond", { timeout: 300_000 }, async () => {
  const rows: (readonly (string | number)[])[] = [];
  for (const name of DECISION_CASES) {
    const times = await onDecisionPage(name, "bandwise-threshold-choices summary", measure);
    if (!times) return console.log("\nLongest task: not measured, there is no browser.");
    const { restMs, longestMs } = times;
    for (const act of ACTS) rows.push([`${name}: ${act}`, restMs, longestMs[act]]);
  }
  printTable("Longest task of the pane, with the browser's own layout in it (aim: 50 ms)", [
    ["", "at rest, ms", "longest, ms"],
    ...rows,
  ]);
});

async function measure(page: Page) {
  await giveLongestGap(page);
  const times = await page.evaluate(
    async ([rounds, rest]) => {
      const longestGap = (act: () => void): Promise<number> => globalThis.longestGap(act, rest);
      const { readAgain } = globalThis as unknown as { readAgain(): void };
      const view = document.querySelector("bandwise-decision") as unknown as {
        whatIf: { loadFactor: number };
        shadowRoot: ShadowRoot;
      };
      const choices = view.shadowRoot
        .querySelector("bandwise-commitment")
        ?.shadowRoot?.querySelector("bandwise-threshold-choices")?.shadowRoot;
      const measured = {
        rest: [] as number[],
        "deal read again": [] as number[],
        "load moved": [] as number[],
        "card opened": [] as number[],
      };
      for (let round = 0; round < rounds; round++) {
        measured.rest.push(await longestGap(() => {}));
        measured["deal read again"].push(await longestGap(readAgain));
        measured["load moved"].push(
          await longestGap(() => {
            view.whatIf = { ...view.whatIf, loadFactor: 0.5 + round / 20 };
          }),
        );
        const card = choices?.querySelectorAll("details")[2]?.querySelector("summary");
        if (!card) throw new Error("the view has no third card");
        measured["card opened"].push(await longestGap(() => card.click()));
        card.click();
      }
      return measured;
    },
    [ROUNDS, REST_MS] as const,
  );
  const longestMs = Object.fromEntries(ACTS.map((act) => [act, median(times[act])])) as Record<
    (typeof ACTS)[number],
    number
  >;
  return { restMs: median(times.rest), longestMs };
}
