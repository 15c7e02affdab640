import { describe, expect, test } from "vitest";
import { readWhenCalculated } from "../../../src/workbook/excel/wait";

function readings(...cells: readonly unknown[]) {
  const left = [...cells];
  const pauses: number[] = [];
  return {
    pauses,
    read: async () => [[left.length > 1 ? left.shift() : left[0]]],
    pause: async (ms: number) => {
      pauses.push(ms);
    },
  };
}

describe("readWhenCalculated()", () => {
  test("reads once when nothing is calculating", async () => {
    const { read, pause, pauses } = readings(12);
    expect(await readWhenCalculated(read, pause)).toEqual([[12]]);
    expect(pauses).toEqual([]);
  });

  test.each(["#BUSY!", "#GETTING_DATA"])("reads again after %s", async (busy) => {
    const { read, pause, pauses } = readings(busy, busy, 12);
    expect(await readWhenCalculated(read, pause)).toEqual([[12]]);
    expect(pauses).toEqual([100, 200]);
  });

  test("gives up, with what was read last", async () => {
    const { read, pause, pauses } = readings("#BUSY!");
    expect(await readWhenCalculated(read, pause)).toEqual([["#BUSY!"]]);
    expect(pauses).toHaveLength(19);
    expect(pauses.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(30_000);
  });

  test("an error that stays is an answer", async () => {
    const { read, pause, pauses } = readings("#N/A");
    expect(await readWhenCalculated(read, pause)).toEqual([["#N/A"]]);
    expect(pauses).toEqual([]);
  });
});
