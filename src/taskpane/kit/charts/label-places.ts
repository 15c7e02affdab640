/** A box in which text is drawn; x and y are its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A point with a text that belongs beside it, and how wide that is. */
export interface Labelled extends Point {
  readonly width: number;
}

/** Height of a label, and how far from a point the nearest one is. */
export const LABEL_HEIGHT = 16;
const POINT_RADIUS = 7;

/**
 * Where the texts of a few points go: beside their points, inside of the frame, on no other text and on no point.
 *
 * Above is tried first, then below, both sides, and rows ever further away.
 *
 * @param others Points without a text, which are covered only where there is no other place.
 */
export function labelPlaces(
  points: readonly Labelled[],
  frame: Box,
  others: readonly Point[] = [],
): readonly Box[] {
  const around = ({ x, y }: Point): Box => ({
    x: x - POINT_RADIUS,
    y: y - POINT_RADIUS,
    width: 2 * POINT_RADIUS,
    height: 2 * POINT_RADIUS,
  });
  const taken = points.map(around);
  const better = others.map(around);
  return points.map((point) => {
    const tried = places(point, frame);
    const free = tried.filter((place) => !taken.some((other) => overlap(place, other)));
    const best = free.find((place) => !better.some((other) => overlap(place, other)));
    const place = best ?? free[0] ?? tried[0] ?? { ...point, height: LABEL_HEIGHT };
    taken.push(place);
    return place;
  });
}

function places({ x, y, width }: Labelled, frame: Box): readonly Box[] {
  const within = (left: number): number =>
    Math.max(frame.x, Math.min(left, frame.x + frame.width - width));
  const box = (left: number, top: number): Box => ({
    x: left,
    y: top,
    width,
    height: LABEL_HEIGHT,
  });
  const rows = Math.ceil(frame.height / LABEL_HEIGHT);
  const away = Array.from({ length: rows }, (_, row) => POINT_RADIUS + row * LABEL_HEIGHT);
  return [
    box(within(x - width / 2), y - POINT_RADIUS - LABEL_HEIGHT),
    box(within(x - width / 2), y + POINT_RADIUS),
    box(x + POINT_RADIUS + 1, y - LABEL_HEIGHT / 2),
    box(x - POINT_RADIUS - 1 - width, y - LABEL_HEIGHT / 2),
    ...away.flatMap((distance) =>
      [x - width / 2, x - width - POINT_RADIUS, x + POINT_RADIUS].flatMap((from) => [
        box(within(from), y - distance - LABEL_HEIGHT),
        box(within(from), y + distance),
      ]),
    ),
  ].filter((place) => inside(place, frame));
}

function inside(place: Box, frame: Box): boolean {
  return (
    place.x >= frame.x - 0.5 &&
    place.x + place.width <= frame.x + frame.width + 0.5 &&
    place.y >= frame.y &&
    place.y + place.height <= frame.y + frame.height
  );
}

export function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** A text centred on a position on a line; smaller ranks are wanted more. */
export interface LineLabel {
  readonly x: number;
  readonly width: number;
  readonly rank: number;
}

/** Which texts of a line can be shown without touching, the most wanted first, moved inward where they reach over an end. */
export function lineLabels<T extends LineLabel>(
  labels: readonly T[],
  fromX: number,
  toX: number,
  gap: number,
): readonly T[] {
  const shown: T[] = [];
  for (const label of labels.toSorted((a, b) => a.rank - b.rank)) {
    const half = label.width / 2;
    const x = Math.max(fromX + half, Math.min(label.x, toX - half));
    const free = shown.every((other) => Math.abs(other.x - x) >= half + other.width / 2 + gap);
    if (free) shown.push({ ...label, x });
  }
  return shown;
}

/** About how wide a text of 12 pixels is; a little too wide rather than too narrow. */
export function textWidth(text: string): number {
  return text.length * 6.5 + 2;
}
