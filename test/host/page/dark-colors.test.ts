import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { NAMED_STYLES } from "../../../src/host/grid/cell-style";
import { paintColorScale } from "../../../src/host/grid/color-scale";
import { darkColor } from "../../../src/host/page/dark-colors";

const SRC = path.join(import.meta.dirname, "../../../src");
const [BLACK, WHITE] = ["#000000", "#FFFFFF"];

/** The colours that the add-in gives cells beside those of named styles: see the last test. */
const SCALE = ["#F4B183", "#FFFFFF", "#9DC3E6"];
const [THRESHOLD, BREAKS_EVEN, BANDED, HEADER] = ["#FFE699", "#1F3864", "#E9EEF8", "#4472C4"];

const channels = (color: string): number[] =>
  [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));

function luminance(color: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(...colors: readonly [font: readonly number[], fill: readonly number[]]): number {
  const [low = 0, high = 0] = colors.map(luminance).sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Every font on every fill that a cell of ours may have at once. */
function pairs(): readonly (readonly [what: string, font: string, fill: string])[] {
  const heat = paintColorScale(
    [Array.from({ length: 41 }, (_, value) => value)],
    SCALE.map((color, index) => ({ type: "Number", formula: `${index * 20}`, color })),
  ).flat();
  const fontOf = (name: string): string => NAMED_STYLES[name]?.style.color ?? BLACK;
  return [
    ...Object.entries(NAMED_STYLES).flatMap(([name, { style }]) =>
      (style.fill ? [style.fill] : [WHITE, BANDED]).map(
        (fill) => [name, style.color ?? BLACK, fill] as const,
      ),
    ),
    ...["Input", "Calculation"].map(
      (name) => [`${name} at a threshold`, fontOf(name), THRESHOLD] as const,
    ),
    ...[BLACK, BREAKS_EVEN].flatMap((font) =>
      heat.map((fill) => ["a heat map", font, fill ?? WHITE] as const),
    ),
    ["a heading of a table", WHITE, HEADER],
  ];
}

describe("darkColor()", () => {
  test("leaves every font of ours legible on its fill, as it is in the light", () => {
    const faint = pairs().filter(([, font, fill]) => {
      const light = [channels(font), channels(fill)] as const;
      const [darkFont, darkFill] = light.map(darkColor);
      return Math.min(contrast(...light), contrast(darkFont ?? [], darkFill ?? [])) < 4.5;
    });
    expect(faint).toEqual([]);
  });

  test("draws white as the ground of the page in the dark, and black as white", () => {
    expect([darkColor([255, 255, 255]), darkColor([0, 0, 0])]).toEqual([
      [31, 31, 31],
      [255, 255, 255],
    ]);
  });

  test("knows every colour that the add-in writes", async () => {
    const folders = ["workbook", "sheets"].map((folder) => path.join(SRC, folder));
    const files = await Promise.all(
      folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
    );
    const written = new Set<string>();
    for (const file of files.flat().filter((one) => one.isFile()))
      for (const [color] of (
        await readFile(path.join(file.parentPath, file.name), "utf8")
      ).matchAll(/#[0-9A-F]{6}\b/gi))
        written.add(color);
    expect([...written].sort()).toEqual([...SCALE, THRESHOLD, BREAKS_EVEN].sort());
  });
});
