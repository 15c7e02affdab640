import {
  BAND_POLICY_NAMES,
  type BandPolicyName,
  POLICIES,
  type PolicyName,
} from "../../../core/terms";
import {
  type NativeCell,
  type NativeFormula,
  type NativeRange,
  range,
  text,
  x,
} from "../excel/formula";
import type { Layout } from "../layout";
import type { BandsArea } from "./bands-area";
import { asWritten, bareWord } from "./cells-as-written";
import { bareName, type NativePolicies } from "./policies-block";
import type { NativeTerms } from "./terms-block";
import type { WrittenBands } from "./written-bands";

/** The terms of several years that bands carry, with those of the agreement where a band has none. Row 0 is no commitment. */
export function bandPolicies(
  layout: Layout,
  area: BandsArea,
  {
    terms,
    written,
    firstRow,
  }: {
    readonly terms: NativeTerms;
    readonly written: WrittenBands;
    readonly firstRow: NativeCell;
  },
  { valid }: NativePolicies,
) {
  const names = BAND_POLICY_NAMES.filter((name) => area.policies[name] !== undefined);
  if (names.length === 0) return undefined;
  layout.block("Terms of several years that bands carry, as written");
  const cells = layout.table<BandPolicyName>(
    written.rows,
    names.map((name) => [
      name,
      "",
      (row) => {
        const column = x`${area.policies[name] ?? 0}`;
        return asWritten(area.range, written.at("Row of the bands", row), column);
      },
    ]),
  );
  layout.block("Terms of several years that bands carry");
  const table = layout.table<BandPolicyName>(
    written.rows + 1,
    names.map((name) => [
      name,
      "",
      (row, t) => {
        const isNumber = "most" in POLICIES[name];
        const own = (one: NativeFormula): NativeFormula => {
          // Among the bands a 0 where words belong may be a blank or not.
          const isValid = isNumber ? x`TRUE` : x`IF(ISNUMBER(${one}),FALSE,TRUE)`;
          const settled = isNumber ? one : bareWord(one);
          return x`IF(${one}="",${terms.policy(name)},IF(AND(${isValid},${valid(text(bareName(name)), one)}=1),${settled},NA()))`;
        };
        if (row === 0) {
          return x`IF(${firstRow}=0,${terms.policy(name)},INDEX(${t.all(name, 1, written.rows)},${firstRow}))`;
        }
        const isBand = x`${written.at("Is it a band? (1 is yes)", row - 1)}=1`;
        const before = row === 1 ? terms.policy(name) : t.at(name, row - 1);
        return x`IF(${isBand},${own(cells.at(name, row - 1))},${before})`;
      },
    ]),
  );
  const all = range(
    table.at(names[0] ?? "Price path", 0),
    table.at(names.at(-1) ?? "Price path", table.rows - 1),
  );
  const filled = layout.step(
    "Terms of several years that bands have",
    "",
    x`SUMPRODUCT((${all}<>"")*1)`,
  );
  return {
    filled,
    columnOf: (name: PolicyName): NativeRange | undefined => {
      const found = names.find((known) => known === name);
      return found && table.all(found);
    },
  };
}
