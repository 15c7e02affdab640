import { blockAddress, blockOf, withoutSheet } from "../../input/cells/a1";
import type { LoggedAnswer, LoggedDeal, LoggedInput } from "./logged-deal";

/** Headings of the log. */
export const LOG_HEADINGS = [
  ...(["When", "Answer", "From", "To", "Changed input", "Cell", "From", "To"] as const),
] as const;

/** A row of the log, as its cells hold it. */
export type LogRow = readonly (string | number)[];

/** An input that changed: its name, its cell, and what it held. */
interface ChangedInput {
  readonly name: string;
  readonly cell: string;
  readonly from: string | number;
  readonly to: string | number;
}

/** Changed cells that are listed one by one. */
const MOST_LISTED = 8;

/**
 * The rows for what a deal answers now and did not before: each answer that changed, and beside them the inputs that did.
 *
 * @returns None where every answer is as it was, whatever changed.
 */
export function logRows(before: LoggedDeal, now: LoggedDeal, when: string): readonly LogRow[] {
  const answers = now.answers.flatMap((answer) => {
    const former = before.answers.find(({ name }) => name === answer.name);
    return former && isSame(former, answer) ? [] : [{ answer, former }];
  });
  if (answers.length === 0) return [];
  const inputs = changedInputs(before.inputs, now.inputs);
  return Array.from({ length: Math.max(answers.length, inputs.length) }, (_, row) => {
    const { answer, former } = answers[row] ?? {};
    const input = inputs[row];
    return [
      when,
      ...(answer ? [answer.name, former?.value ?? "none", answer.value ?? "none"] : ["", "", ""]),
      ...(input ? [input.name, input.cell, input.from, input.to] : ["", "", "", ""]),
    ];
  });
}

/** Numbers that differ by less than this part of them are one number, worked out in another order. */
const SAME = 1e-9;

function isSame({ value: one }: LoggedAnswer, { value: other }: LoggedAnswer): boolean {
  return typeof one === "number" && typeof other === "number"
    ? Math.abs(one - other) <= SAME * Math.max(1, Math.abs(one))
    : one === other;
}

function changedInputs(
  before: readonly LoggedInput[],
  now: readonly LoggedInput[],
): readonly ChangedInput[] {
  const names = [...new Set([...before, ...now].map(({ name }) => name))];
  const changes = names.flatMap((name) =>
    changesOf(
      before.find((one) => one.name === name),
      now.find((one) => one.name === name),
    ),
  );
  const more = changes.length - MOST_LISTED;
  return more <= 0
    ? changes
    : [
        ...changes.slice(0, MOST_LISTED),
        { name: `${more} more cells`, cell: "", from: "", to: "" },
      ];
}

function changesOf(
  before: LoggedInput | undefined,
  now: LoggedInput | undefined,
): readonly ChangedInput[] {
  if (before === undefined || now === undefined || before.address !== now.address) {
    const { name } = now ?? before ?? { name: "" };
    const [from, to] = [before?.address ?? "none", now?.address ?? "none"];
    // Rows that were added move every address, and change no input.
    const isMoved = before && now && JSON.stringify(before.cells) === JSON.stringify(now.cells);
    return isMoved || from === to ? [] : [{ name, cell: to === "none" ? from : to, from, to }];
  }
  const { name, address, cells } = now;
  if (typeof cells === "string" || typeof before.cells === "string")
    return cells === before.cells
      ? []
      : [{ name, cell: address, from: "other values", to: "its values now" }];
  const former = before.cells;
  return cells.flatMap((line, down) =>
    line.flatMap((to, along): readonly ChangedInput[] => {
      const from = former[down]?.[along] ?? "";
      if (from === to) return [];
      const label = labelOf(cells, down, along);
      return [
        { name: label ? `${name}, ${label}` : name, cell: cellIn(address, down, along), from, to },
      ];
    }),
  );
}

/** What a cell of a block is called: the word at the start of its row, else the heading of its column. */
function labelOf(
  cells: readonly (readonly (string | number)[])[],
  down: number,
  along: number,
): string {
  const beside = cells[down]?.[0];
  if (along > 0 && typeof beside === "string" && beside !== "") return beside;
  const above = cells[0]?.[along];
  return down > 0 && typeof above === "string" ? above : "";
}

function cellIn(address: string, down: number, along: number): string {
  const prefix = address.slice(0, address.length - withoutSheet(address).length);
  const { row, column } = blockOf(withoutSheet(address));
  return `${prefix}${blockAddress({ row: row + down, column: column + along, rows: 1, columns: 1 })}`;
}
