import type { Scalar } from "./cell-value";
import type { ColorStop } from "./grid";

interface Stop {
  readonly at: number;
  /** Red, green and blue. */
  readonly color: readonly number[];
}

/** Colours of a block of cells on a colour scale; cells without a number have none. */
export function paintColorScale(
  values: readonly (readonly Scalar[])[],
  stops: readonly ColorStop[],
): (string | null)[][] {
  const numbers = values
    .flat()
    .filter((value): value is number => typeof value === "number")
    .sort((a, b) => a - b);
  const placed = stops
    .map((stop): Stop => ({ at: stopValue(stop, numbers), color: channels(stop.color) }))
    .sort((a, b) => a.at - b.at);
  return values.map((row) =>
    row.map((value) => (typeof value === "number" ? colorAt(value, placed) : null)),
  );
}

function stopValue(stop: ColorStop, sorted: readonly number[]): number {
  const lowest = sorted[0] ?? 0;
  const highest = sorted.at(-1) ?? 0;
  const given = Number((stop.formula ?? "0").replace(/^=/, ""));
  switch (stop.type) {
    case "LowestValue":
      return lowest;
    case "HighestValue":
      return highest;
    case "Percent":
      return lowest + ((highest - lowest) * given) / 100;
    case "Percentile": {
      const place = ((sorted.length - 1) * given) / 100;
      const below = sorted[Math.floor(place)] ?? lowest;
      const above = sorted[Math.ceil(place)] ?? highest;
      return below + (above - below) * (place - Math.floor(place));
    }
    default:
      return given;
  }
}

function channels(color: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
}

function colorAt(value: number, stops: readonly Stop[]): string | null {
  const above = stops.find((stop) => stop.at >= value) ?? stops.at(-1);
  const below = stops.findLast((stop) => stop.at <= value) ?? stops[0];
  if (above === undefined || below === undefined) return null;
  const width = above.at - below.at;
  const share = width === 0 ? 0 : Math.min(1, Math.max(0, (value - below.at) / width));
  const mixed = below.color.map((from, index) =>
    Math.round(from + ((above.color[index] ?? from) - from) * share)
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${mixed.join("")}`.toUpperCase();
}
