import type { Currency } from "../../core/currency";
import { formatList } from "../../wording/format/format";
import { groupsOf } from "./groups";
import { describeNotPortable } from "./not-portable";
import type { PortablePlan } from "./portable-plan";
import { readableCell } from "./references";
import type { TextInput } from "./text-inputs";

/** A dry run in words: what would change, and what would not. */
export interface PortableWords {
  /** The answer first: how many numbers become Excel's own. */
  readonly answer: string;
  /** What happens beside that: workings, blocks in place of spills, names. */
  readonly details: readonly string[];
  /** Inputs that must be numbers first, in a sentence; "" where none must. */
  readonly asText: string;
  /** Why cells go on using our functions, each reason once with its cells. */
  readonly kept: readonly { readonly cells: readonly string[]; readonly reason: string }[];
  /** What somebody without the add-in sees. */
  readonly recipients: string;
  /** Whether there is anything to change, and anything to give its value. */
  readonly canBegin: boolean;
  readonly canFreeze: boolean;
}

/** Says what a plan would do. */
export function portableWords(
  plan: PortablePlan,
  currency: Currency,
  texts: readonly TextInput[] = [],
): PortableWords {
  const { changes, kept, protectedSheets, names, places, newer } = plan;
  const ours = changes.filter(({ kind }) => kind !== "reader");
  const spills = ours.filter(({ kind }) => kind === "spill");
  const readers = changes.length - ours.length;
  const staying = kept.length + protectedSheets.reduce((sum, { cells }) => sum + cells, 0);
  const steps = places.workings.cells().filter(({ content }) => content.kind === "step").length;
  return {
    answer: answerOf(ours.length, staying),
    details: [
      ...(ours.length > 0
        ? [`A new sheet, Workings, holds ${count(steps, "step")} in Excel's own formulas.`]
        : []),
      ...(spills.length > 0
        ? [
            `${count(spills.length, "table that spills", "tables that spill")} ${spills.length === 1 ? "becomes a block of its" : "become blocks of their"} present size.`,
          ]
        : []),
      ...(readers + names.length > 0
        ? [
            `${count(readers + names.length, "formula or name", "formulas and names")} with # ${readers + names.length === 1 ? "reads" : "read"} the block instead.`,
          ]
        : []),
      ...(newer.length > 0
        ? [
            `${count(newer.length, "formula", "formulas")} of Excel's own on ${formatList([...new Set(newer.map(({ sheet }) => sheet))])} ${newer.length === 1 ? "needs" : "need"} Excel 2021 or later. Freeze gives ${newer.length === 1 ? "it its value" : "them their values"}.`,
          ]
        : []),
      ...protectedSheets.map(
        ({ sheet, cells }) =>
          `${sheet} is protected, so ${count(cells, "formula")} there ${cells === 1 ? "stays" : "stay"} as ${cells === 1 ? "it is" : "they are"}: unprotect it in Review first.`,
      ),
    ],
    asText: asTextWords(texts),
    kept: reasons(plan, currency),
    recipients: recipientsSee(ours.length, staying),
    canBegin: ours.length > 0,
    canFreeze: ours.length + kept.length + newer.length > 0,
  };
}

function recipientsSee(changing: number, staying: number): string {
  if (changing + staying === 0) return "No cell here shows #NAME? to recipients without Bandwise.";
  const see = "Recipients without Bandwise see";
  if (staying === 0) return `${see} every number, live, with its steps. Now they see #NAME?.`;
  const others = changing === 0 ? "" : " the others live, with their steps, and";
  return staying === 1
    ? `${see}${others} #NAME? in the cell that stays. Freeze gives it its value.`
    : `${see}${others} #NAME? in the ${staying} cells that stay. Freeze gives those their values.`;
}

function answerOf(changing: number, staying: number): string {
  if (changing + staying === 0) return "No cell here uses a function of Bandwise.";
  if (changing === 0)
    return staying === 1
      ? "The one formula here cannot become Excel's own."
      : `None of ${staying} formulas here can become Excel's own.`;
  const become = `become${changing === 1 ? "s" : ""} Excel's own`;
  if (staying === 0)
    return changing === 1
      ? `The one formula here ${become}.`
      : `All ${changing} formulas ${become}.`;
  return `${count(changing, "formula")} ${become}. ${staying} ${staying === 1 ? "stays" : "stay"} ours.`;
}

function reasons({ kept }: PortablePlan, currency: Currency): PortableWords["kept"] {
  const said = groupsOf(kept, ({ reason }) => describeNotPortable(reason, currency));
  return [...said].map(([reason, cells]) => ({
    reason,
    cells: cells.map(({ place }) => readableCell(place)),
  }));
}

function asTextWords(texts: readonly TextInput[]): string {
  if (texts.length === 0) return "";
  const [first, ...more] = texts.map(({ place, text }) => `${readableCell(place)} holds ${text}`);
  const hold = `${count(texts.length, "input cell holds", "input cells hold")} text`;
  const others = more.length === 0 ? "" : ", and so on";
  return `${hold}: ${first}${others}. Write ${more.length === 0 ? "it as a number" : "them as numbers"} first.`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;
}
