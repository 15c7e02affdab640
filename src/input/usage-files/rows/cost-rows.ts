import { readMoment } from "../text/moment";
import { readAmount, type Separator } from "../text/numbers";
import { costTypeWord, isBlank, isForeign, plainWord } from "../text/words";
import { type RowFault, type Unreadable, unreadable } from "./faults";
import { type HeadingOf, unknownColumns } from "./headings";
import type { Identities } from "./identities";
import { cellAt, type MoneyRow, type RowReader } from "./rows";

/** Reads rows of a Console cost export: a row is a line of the bill. */
export function costRows(
  { words, at }: HeadingOf<"Console cost">,
  separator: Separator,
  identities: Identities,
): RowReader<MoneyRow> {
  const others = unknownColumns({ format: "Console cost", words, at });
  const fault = (code: Unreadable, index: number | undefined): RowFault =>
    unreadable(code, cellAt(words, index));
  return (cells) => {
    const cell = (index: number | undefined): string => cellAt(cells, index);
    const moment = readMoment(cell(at.date));
    if (typeof moment === "string") return fault(moment, at.date);
    if (plainWord(cell(at.model)) === "" && costTypeWord(cell(at.type)) === "")
      return fault("missing", at.model);
    if (isForeign(cell(at.currency))) return fault("currency", at.currency);
    const cost = readAmount(cell(at.cost), separator);
    if (typeof cost === "string") return fault(cost, at.cost);
    const list = isBlank(cell(at.list)) ? undefined : readAmount(cell(at.list), separator);
    if (typeof list === "string") return fault(list, at.list);
    const of = identities.cost({
      model: cell(at.model),
      key: cell(at.key),
      workspace: cell(at.workspace),
      service: cell(at.service),
      context: cell(at.context),
      geo: cell(at.geo),
      speed: cell(at.speed),
      tokenType: cell(at.token),
      costType: cell(at.type),
      description: cell(at.description),
      others: others.map((index) => [cellAt(words, index), cell(index)]),
    });
    return { of, ...moment, cost, list };
  };
}
