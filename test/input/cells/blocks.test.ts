import { describe, expect, test } from "vitest";
import { type Block, isWithin, overlaps } from "../../../src/input/cells/a1";
import { coverSame, intersection, without } from "../../../src/input/cells/blocks";

/** Every stretch within three: where it starts and how long it is. */
const STRETCHES = [0, 1, 2].flatMap((start) =>
  [1, 2, 3].filter((length) => start + length <= 3).map((length) => [start, length] as const),
);

/** Every block within three rows and three columns, in all places that two blocks can have to each other. */
const BLOCKS: readonly Block[] = STRETCHES.flatMap(([row, rows]) =>
  STRETCHES.map(([column, columns]) => ({ row, column, rows, columns })),
);

function cellsOf({ row, column, rows, columns }: Block): readonly string[] {
  return Array.from(
    { length: rows * columns },
    (_, index) => `${row + Math.floor(index / columns)},${column + (index % columns)}`,
  );
}

describe("two blocks", () => {
  const pairs = BLOCKS.flatMap((one) => BLOCKS.map((other) => [one, other] as const));
  const shared = (one: Block, other: Block) =>
    cellsOf(one).filter((cell) => cellsOf(other).includes(cell));

  const misfits = (fits: (one: Block, other: Block) => boolean) =>
    pairs.filter(([one, other]) => !fits(one, other));
  const same = (some: readonly string[], others: readonly string[]) =>
    some.toSorted().join(";") === others.toSorted().join(";");

  test("have the cells in common that are in both", () => {
    expect(
      misfits((one, other) => {
        const common = intersection(one, other);
        return (
          same(common ? cellsOf(common) : [], shared(one, other)) &&
          overlaps(one, other) === (common !== undefined)
        );
      }),
    ).toEqual([]);
  });

  test("lie one within the other where all of its cells do", () => {
    expect(
      misfits(
        (one, other) =>
          isWithin(one, other) === (shared(one, other).length === cellsOf(one).length),
      ),
    ).toEqual([]);
  });

  test("leave the cells of the one that are not in the other, each once", () => {
    expect(
      misfits((block, hole) =>
        same(
          without([block], [hole]).flatMap(cellsOf),
          cellsOf(block).filter((cell) => !cellsOf(hole).includes(cell)),
        ),
      ),
    ).toEqual([]);
  });

  test("cover the same cells as their parts do, and no others", () => {
    expect(
      misfits((block, hole) => {
        const rest = without([block], [hole]);
        const isApart = shared(block, hole).length === 0;
        return (
          coverSame([...rest, hole], [block, hole]) &&
          coverSame([block], rest) === isApart &&
          coverSame(rest, [block]) === isApart
        );
      }),
    ).toEqual([]);
  });
});
