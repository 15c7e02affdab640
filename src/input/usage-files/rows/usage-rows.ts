import { inside } from "../pricing/inside";
import { type Moment, readMoment } from "../text/moment";
import { readCount, type Separator } from "../text/numbers";
import { unreadable } from "./faults";
import type { FileNote } from "./file-report";
import { USAGE_KINDS } from "./formats";
import { type HeadingOf, unknownColumns } from "./headings";
import type { Identities } from "./identities";
import type { RowReader, UsageIdentity, UsageRow } from "./rows";

/** Reads rows of a Console usage export: a row is tokens of a day or an hour. */
export function usageRows(
  { words, at }: HeadingOf<"Console usage">,
  separator: Separator,
  identities: Identities,
): RowReader<UsageRow> {
  const place = (index: number | undefined) => index ?? words.length;
  const others = unknownColumns({ format: "Console usage", words, at });
  const written = [at.key, at.workspace, at.service, at.context, at.geo, at.speed].map(place);
  const identifying = [place(at.model), ...written, ...others];
  const counted = countedColumns(at);
  const datedBy = place(at.date);
  const dateOf = rememberingLast(readMoment);
  const knownByText = new Map<string, Known>();

  const knownAs = (text: string): Known => inside(knownByText, text, () => made(text));
  const made = (text: string): Known => {
    // Parts of this one text keep no chunk of the file in memory, as cells would.
    const parts = text.split(BETWEEN);
    const [model = "", key = "", workspace = "", service = "", context = "", geo = "", speed = ""] =
      parts;
    const rest = parts.slice(1 + written.length);
    const of = identities.usage({
      ...{ model, key, workspace, service, context, geo, speed },
      others: others.map((index, order) => [words[index] ?? "", rest[order] ?? ""]),
    });
    return { parts, of, next: undefined };
  };

  let last: Known | undefined;
  const identityOf = (cells: readonly string[]): UsageIdentity => {
    const guess = last?.next;
    const isGuessed = guess !== undefined && isOf(guess, cells, identifying);
    const found = isGuessed
      ? guess
      : knownAs(identifying.map((index) => cells[index] ?? "").join(BETWEEN));
    if (last) last.next = found;
    last = found;
    return found.of;
  };

  return (cells) => {
    const moment = dateOf(cells[datedBy] ?? "");
    if (typeof moment === "string") return unreadable(moment, words[datedBy]);
    const of = identityOf(cells);
    if (of.model === "") return unreadable("missing", words[identifying[0] ?? 0]);
    const quantities = NONE.slice();
    for (const { order, index } of counted) {
      const count = readCount(cells[index] ?? "", separator);
      if (typeof count === "string") return unreadable(count, words[index]);
      quantities[order] = count;
    }
    return { of, seconds: moment.seconds, isTimed: moment.isTimed, quantities };
  };
}

/** Cells that identify a row, and what they mean. */
interface Known {
  readonly parts: readonly string[];
  readonly of: UsageIdentity;
  /** What the row after the last one of these had: every day or hour lists much the same, and cells are compared faster than found. */
  next: Known | undefined;
}

function isOf({ parts }: Known, cells: readonly string[], at: readonly number[]): boolean {
  for (let order = 0; order < at.length; order++)
    if ((cells[at[order] ?? 0] ?? "") !== parts[order]) return false;
  return true;
}

/** Columns of counts, each with the place of its kind; a column of writes that are not split is read last. */
function countedColumns(at: HeadingOf<"Console usage">["at"]) {
  const isSplit = at["cache write 5m"] !== undefined || at["cache write 1h"] !== undefined;
  const written = isSplit ? undefined : at["cache write"];
  const places = USAGE_KINDS.map((kind, order) => ({ order, index: at[kind] }));
  const unsplit = { order: USAGE_KINDS.indexOf("cache write 5m"), index: written };
  return [...places, unsplit].flatMap(({ order, index }) =>
    index === undefined ? [] : [{ order, index }],
  );
}

const NONE = USAGE_KINDS.map(() => 0);

/** No text has this character: a file with it is no text. */
const BETWEEN = "\u0000";

/** Rows of an export are mostly in order of their days. */
function rememberingLast<T extends Moment | string>(
  read: (text: string) => T,
): (text: string) => T {
  let last: { readonly text: string; readonly answer: T } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, answer: read(text) };
    return last.answer;
  };
}

/** What to say of the columns of cache tokens: that writes are not split by how long they last, or that there are none. */
export function cacheNotes({ at }: HeadingOf<"Console usage">): readonly FileNote[] {
  if (at["cache write 5m"] !== undefined || at["cache write 1h"] !== undefined) return [];
  if (at["cache write"] !== undefined) return [{ kind: "cacheWritesNotSplit" }];
  return at["cache read"] === undefined ? [{ kind: "noCacheColumns" }] : [];
}
