import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { webDarkTheme, webLightTheme } from "@fluentui/tokens";
import { describe, expect, test } from "vitest";

const PANE = path.join(import.meta.dirname, "../../../src/taskpane");
const [light = "", dark = ""] = readFileSync(path.join(PANE, "kit/theme.css"), "utf8").split(
  ':root[data-theme="dark"]',
);

/** Custom properties of a rule, compared without the spaces that a formatter chooses. */
function values(css: string): ReadonlyMap<string, string> {
  return new Map(
    [...css.matchAll(/--(\w+):([^;]*);/g)].map(([, name = "", value = ""]) => [name, bare(value)]),
  );
}

const bare = (value: unknown): string => String(value).replaceAll(/["'\s]/g, "");

const sources = readdirSync(PANE, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(ts|css)$/.test(file))
  .map((file) => readFileSync(path.join(PANE, file), "utf8"));
const used = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(/var\(\s*--(\w+)/g)].map(([, name = ""]) => name),
  ),
);

describe("theme.css", () => {
  test.each([
    ["light", webLightTheme, values(light)],
    ["dark", webDarkTheme, new Map([...values(light), ...values(dark)])],
  ])("holds what the pane uses of Fluent's %s theme, with Fluent's values", (_, theme, held) => {
    const wanted = Object.entries(theme)
      .filter(([name]) => used.has(name))
      .map(([name, value]) => [name, bare(value)]);
    expect(wanted.length).toBeGreaterThan(40);
    expect(Object.fromEntries(held)).toEqual(Object.fromEntries(wanted));
  });
});
