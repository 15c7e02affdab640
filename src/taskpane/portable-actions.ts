// What lets a workbook stand without the add-in, and what explains a number: it is a chunk of its own.

export { explainSelected, writeExplanation } from "../workbook/portable/explain-selected";
export { freezeOurs } from "../workbook/portable/freeze";
export { lookPortable } from "../workbook/portable/look-portable";
export { makePortable } from "../workbook/portable/make-portable";
export { restoreOurs } from "../workbook/portable/restore-ours";
export { sendCopy } from "../workbook/portable/send-copy";
export { canCopyWorkbook } from "../workbook/portable/workbook-file";
export { writeNumbers } from "../workbook/portable/write-numbers";
