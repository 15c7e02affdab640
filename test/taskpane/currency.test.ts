import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const SOURCES = readdirSync("src/taskpane", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({ file, text: readFileSync(`src/taskpane/${file}`, "utf8") }));

/** Elements that write amounts. */
const LABELLED = SOURCES.filter(({ text }) => / currency: Currency = US_DOLLAR;/.test(text)).map(
  ({ text }) => /@customElement\("([^"]+)"\)/.exec(text)?.[1] ?? "",
);

/** An element that is given no currency would label amounts with dollars. */
function withoutCurrency(text: string): readonly string[] {
  return LABELLED.filter((tag) =>
    [...text.matchAll(new RegExp(`<${tag}\\s[^]*?</${tag}>|<${tag}>`, "g"))].some(
      ([element]) => !element.includes(" .currency="),
    ),
  );
}

describe("the currency of the pane", () => {
  test("reaches every element that writes amounts", () => {
    expect(LABELLED).toContain("bandwise-commitment");
    const drawn = SOURCES.flatMap(({ text }) => LABELLED.filter((tag) => text.includes(`<${tag}`)));
    expect(new Set(drawn)).toEqual(new Set(LABELLED));
    expect(
      SOURCES.flatMap(({ file, text }) => withoutCurrency(text).map((tag) => `${file}: ${tag}`)),
    ).toEqual([]);
  });

  test.each([
    ["<bandwise-commitment></bandwise-commitment>", ["bandwise-commitment"]],
    ["<bandwise-commitment .note=$" + "{note}></bandwise-commitment>", ["bandwise-commitment"]],
    ["<bandwise-commitment\n  .currency=$" + "{currency}\n></bandwise-commitment>", []],
  ])("is missed in %s: %j", (text, tags) => {
    expect(withoutCurrency(text)).toEqual(tags);
  });

  test("is a dollar by default only where nothing is read yet, and in elements before they are given one", () => {
    const users = SOURCES.filter(
      ({ text }) =>
        text.includes("US_DOLLAR") && !text.includes(" currency: Currency = US_DOLLAR;"),
    );
    expect(users.map(({ file }) => file)).toEqual(["first-state.ts"]);
  });
});
