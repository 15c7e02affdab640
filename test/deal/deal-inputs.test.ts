import { describe, expect, test } from "vitest";
import {
  byInput,
  byKey,
  DEAL_INPUTS,
  type DealReferences,
  type FoundInput,
  foundDeal,
  INPUT_NAMES,
  INPUTS,
} from "../../src/deal/deal-inputs";
import { readDealCells } from "../../src/deal/parse-deal";

const found = (reference: string, ...cells: readonly (readonly unknown[])[]): FoundInput => ({
  reference,
  cells,
  address: `Deal!${reference}`,
});

describe("DEAL_INPUTS", () => {
  test("has a field for each name, and says of each that is not needed what is missing without it", () => {
    expect(INPUT_NAMES).toEqual([
      ...["Bands", "Terms", "Usage", "Commitment", "Forecast", "Schedule"],
    ]);
    for (const { name, key, needed, holds, table, without } of DEAL_INPUTS) {
      expect([name.toLowerCase(), INPUTS[name].key]).toEqual([key, key]);
      expect([without === "", table === ""]).toEqual([needed, holds === "value"]);
    }
    expect(byInput((name) => name.length)).toMatchObject({ Bands: 5, Forecast: 8 });
    expect(byKey((name) => name)).toMatchObject({ bands: "Bands", forecast: "Forecast" });
  });

  test("types a reference as absent only where the deal can do without", () => {
    const references: DealReferences = { ...byKey(() => ""), terms: null, forecast: null };
    // @ts-expect-error There is no deal without bands.
    const without: DealReferences = { ...references, bands: null };
    expect(without.bands).toBeNull();
  });
});

describe("foundDeal()", () => {
  test("takes the rows of a block and the one cell of a value", () => {
    const deal = foundDeal({
      ...byInput(() => null),
      Bands: found("A1:B2", [0, 0], [500, 0.1]),
      Usage: found("D1", [900]),
      Forecast: found("F1", [800]),
    });
    expect(deal).toEqual({
      references: {
        bands: "A1:B2",
        terms: null,
        usage: "D1",
        commitment: null,
        forecast: "F1",
        schedule: null,
      },
      addresses: {
        Bands: "Deal!A1:B2",
        Terms: null,
        Usage: "Deal!D1",
        Commitment: null,
        Forecast: "Deal!F1",
        Schedule: null,
      },
      bands: [
        [0, 0],
        [500, 0.1],
      ],
      terms: null,
      usage: 900,
      commitment: null,
      forecast: [[800]],
      schedule: null,
    });
    expect(readDealCells({ ...deal, chosen: true }).faults).toEqual([]);
  });

  test("without any cells names what is needed", () => {
    const deal = foundDeal(byInput(() => null));
    expect([deal.references.bands, deal.bands]).toEqual(["", []]);
    const { faults } = readDealCells({ ...deal, chosen: false });
    expect(faults.map(({ part, reference }) => [part, reference])).toEqual([
      ["Bands", ""],
      ["Usage", null],
    ]);
  });
});
