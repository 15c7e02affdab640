import { formatCounted } from "../../../../wording/format/format";
import type { SentCopy } from "../../../../workbook/portable/send-copy";
import { named } from "../restored-words";

/** What a copy holds that was made for people without the add-in. */
export function copyWords({ live, frozen, left, changed }: SentCopy): string {
  const holds = [
    ...(live > 0 ? [`${formatCounted(live, "formula", "formulas")} of Excel's own`] : []),
    ...(frozen > 0 ? [`${formatCounted(frozen, "value", "values")} where there is none`] : []),
  ];
  const copy =
    holds.length === 0
      ? "The copy is as this workbook is: no cell uses a function of Bandwise."
      : `The copy holds ${holds.join(" and ")}. This workbook is as it was.`;
  const stays =
    left === 0
      ? ""
      : ` ${formatCounted(left, "cell", "cells")} there still ${left === 1 ? "needs" : "need"} Bandwise: ${left === 1 ? "it shows" : "they show"} an error here too, or ${left === 1 ? "its" : "their"} sheet is protected.`;
  const edited =
    changed.length === 0
      ? ""
      : ` ${named(changed)} changed meanwhile and keep${changed.length === 1 ? "s" : ""} what ${changed.length === 1 ? "it holds" : "they hold"}.`;
  return `${copy}${stays}${edited}`;
}

/** How to make such a copy by hand. */
export const COPY_STEPS = [
  "Save this workbook under another name with File, Save a Copy, and open that file.",
  "There, in this place: See what would change, Make portable; then once more, and Freeze to values what stays.",
  "Save it and send it. This workbook stays as it is.",
] as const;
