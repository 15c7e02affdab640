import { describe, expect, test } from "vitest";
import { noDeal } from "../../../src/taskpane/context/no-deal";
import type { ViewState } from "../../../src/taskpane/context/pane-state";

type Unread = Parameters<typeof noDeal>[0];

/** Where the button of a view without a deal leads, and what is said above it. */
function drawn(deal: Unread): { readonly words: string; readonly leadsTo: ViewState[] } {
  const leadsTo: ViewState[] = [];
  const { strings, values } = noDeal(deal, { open: (view) => leadsTo.push(view) });
  for (const value of values) if (typeof value === "function") value();
  const words = values.filter((value) => typeof value === "string").join(" | ");
  return { words: words === "" ? strings.join("") : words, leadsTo };
}

describe("noDeal()", () => {
  test.each<[state: string, deal: Unread, words: RegExp, leadsTo: readonly ViewState[]]>([
    ["none", { kind: "none" }, /^No deal yet \| Paste a proposal/, [{ name: "start" }]],
    [
      "one that cannot be read",
      { kind: "refused", fault: { kind: "choiceLost", part: "Bands", reference: "Old!A1:B4" } },
      /^The deal cannot be read \| .*Old!A1:B4/,
      [{ name: "start", form: "cells" }],
    ],
    ["one that is being read", { kind: "reading" }, /Reading the workbook/, []],
  ])("a view without a deal says why and leads on: %s", (_, deal, words, leadsTo) => {
    expect(drawn(deal)).toEqual({ words: expect.stringMatching(words), leadsTo });
  });
});
