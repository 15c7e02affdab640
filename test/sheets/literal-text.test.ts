import { expect, test } from "vitest";
import { literalText } from "../../src/sheets/literal-text";
import { AS_IN_THE_FILE } from "./file-texts";

test.each(AS_IN_THE_FILE)("keeps %j as text", (text) => {
  expect(literalText(text)).toBe(`'${text}`);
});

test.each(["", "Support", "web search", "Größe (alt)", "true north", "e", "May", "NaN", "日本"])(
  "leaves %j as it is",
  (text) => {
    expect(literalText(text)).toBe(text);
  },
);
