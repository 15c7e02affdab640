import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { byInput } from "../../src/deal/deal-inputs";
import { readDealCells } from "../../src/deal/parse-deal";
import { faultLines, faultText } from "../../src/wording/messages/deal-messages";
import { dealCells } from "../taskpane/pane-scenarios";

type Block = readonly (readonly unknown[])[];

/** The cells that the faults of one part name, with the part at an address. */
function cellsOf(part: "bands" | "terms" | "forecast", cells: Block, address: string | null) {
  const addresses = byInput((one) => (one.toLowerCase() === part ? address : null));
  const { faults } = readDealCells({ ...dealCells({ [part]: cells }), addresses });
  return faults.flatMap((fault) => fault.cells);
}

const HEAD = ["Threshold", "Discount", "Overage"];

describe("the cell of a fault", () => {
  test.each<readonly [string, Block, string, readonly string[]]>([
    ["a discount", [HEAD, [0, 0, ""], [250_000, 15, ""]], "Sheet1!C5:E7", ["Sheet1!D7"]],
    ["a threshold in words", [HEAD, [0, 0, ""], ["lots", 0.1, ""]], "Sheet1!C5:E7", ["Sheet1!C7"]],
    ["a threshold below zero", [[-5, 0]], "'My sheet'!B2:C2", ["'My sheet'!B2"]],
    ["an unknown overage", [HEAD, [0, 0, "lits"]], "Deal!A5:C6", ["Deal!C6"]],
    ["an error in a cell", [HEAD, [0, 0, ""], [250_000, "#REF!", ""]], "Deal!A5:C7", ["Deal!B7"]],
    [
      "a threshold twice",
      [
        [0, 0],
        [500, 0.1],
        [500, 0.2],
      ],
      "Deal!A1:B3",
      ["Deal!A3"],
    ],
    ["two alike in a row", [HEAD, [0, 0, ""], [15, 15, ""]], "Deal!A5:C7", ["Deal!A7:C7"]],
    ["text that was read", [HEAD, [0, 0, ""], ["250k", "1500%", ""]], "Deal!A5:C7", ["Deal!A7:C7"]],
    ["far columns", [HEAD, [0, 0, ""], [250_000, 15, ""]], "Deal!AZ99:BB101", ["Deal!BA101"]],
    ["the whole block", [["Our", "offer"]], "Deal!A1:B1", [""]],
  ])("of bands: %s", (_what, cells, address, expected) => {
    expect(cellsOf("bands", cells, address)).toEqual(expected);
  });

  test.each<readonly [string, Block, string, readonly string[]]>([
    ["a history upright", [[400_000], ["lots"]], "Usage!B2:B3", ["Usage!B3"]],
    ["a history across", [[400_000, 450_000, "lots"]], "Usage!B2:D2", ["Usage!D2"]],
    [
      "a label",
      [
        ["Mean", 6],
        ["CV", 35],
      ],
      "Usage!A1:B2",
      ["Usage!B2"],
    ],
  ])("of a forecast: %s", (_what, cells, address, expected) => {
    expect(cellsOf("forecast", cells, address)).toEqual(expected);
  });

  test("of terms, and none where nobody knows where they stand", () => {
    const terms = [
      ["Basis", "net"],
      ["Forfeited share", 50],
    ];
    expect(cellsOf("terms", terms, "Deal!E2:F3")).toEqual(["Deal!F3"]);
    expect(cellsOf("terms", terms, null)).toEqual([""]);
  });

  test("comes before the sentence", () => {
    const [fault] = readDealCells({
      ...dealCells({ bands: [HEAD, [0, 0, ""], [250_000, 15, ""]] }),
      addresses: byInput(() => "Sheet1!$C$5:$E$7"),
    }).faults;
    expect(fault && faultLines(fault, US_DOLLAR).map(faultText)).toEqual([
      "Sheet1!D7: Discount in row 3 of bands is 15: give a fraction from 0 up to 1, such as 0.15 for 15%.",
    ]);
  });
});
