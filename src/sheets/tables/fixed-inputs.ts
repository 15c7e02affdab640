import { USD } from "../../wording/format/number-formats";
import { type CellContent, commit, excel, formulaOf, type Operand } from "../formulas/call";
import type { AxisKind } from "./axis";
import type { TableContent } from "./content";
import type { HeldName } from "./formula";
import { isOfCertainYear } from "./measures";
import type { TableDeal } from "./values";

/** An input of the deal that stands above the headings: label, and formula or value. */
export interface FixedInput {
  readonly label: string;
  readonly cell: CellContent;
  readonly format: string;
}

/** Which inputs of the deal stand above the headings, because they stand on neither side. */
export function fixedInputNames({
  measures,
  rows,
  columns,
}: Pick<TableContent, "measures" | "rows" | "columns">): readonly HeldName[] {
  const isOn = (kind: AxisKind): boolean => rows.kind === kind || columns?.kind === kind;
  const isCertain = isOfCertainYear(measures[0]);
  return [
    ...(isCertain && !isOn("usage") ? (["usage"] as const) : []),
    ...(isCertain ? [] : (["mean"] as const)),
    ...(isOn("commitment") ? [] : (["commitment"] as const)),
    ...(isOn("discount") ? (["discountBand"] as const) : []),
    ...(isOn("threshold") ? (["thresholdBand"] as const) : []),
  ];
}

const HELD_LABELS: Readonly<Record<HeldName, string>> = {
  usage: "Usage at list prices",
  mean: "Mean of the usage forecast",
  commitment: "Commitment",
  discountBand: "Band whose discount changes",
  thresholdBand: "Band whose threshold moves",
};

/** Label and cell of an input that stands above the headings. */
export function fixedInput(name: HeldName, content: TableContent): FixedInput {
  const { form, inputs } = content;
  const isFixed = form === "values" && inputs !== null;
  return {
    label: HELD_LABELS[name],
    cell: isFixed ? heldValue(name, content, inputs) : formulaOf(heldFormula(name, content)),
    format: USD,
  };
}

function heldFormula(name: HeldName, content: TableContent): Operand {
  const { deal } = content;
  switch (name) {
    case "usage":
      return deal.usage ?? "0";
    case "mean":
      return commit("FORECAST_MEAN", deal.forecast ?? deal.usage ?? "0");
    case "commitment":
      return deal.commitment ?? "0";
    case "discountBand":
    case "thresholdBand": {
      const band = changedBand(name, content);
      return excel("INDEX", deal.bands, ...(band?.cell ?? [band?.row ?? 1, 1]));
    }
  }
}

function heldValue(name: HeldName, content: TableContent, inputs: TableDeal): number {
  switch (name) {
    case "usage":
      return inputs.usageUsd;
    case "mean":
      return inputs.forecast.meanUsd;
    case "commitment":
      return inputs.commitmentUsd;
    case "discountBand":
    case "thresholdBand":
      return changedBand(name, content)?.thresholdUsd ?? 0;
  }
}

function changedBand(name: "discountBand" | "thresholdBand", { rows, columns }: TableContent) {
  const kind = name === "discountBand" ? "discount" : "threshold";
  for (const axis of [rows, columns]) if (axis?.kind === kind) return axis.band;
  return undefined;
}
