import { jsonValues } from "../text/json-values";
import { dayAt, type Moment, readMoment } from "../text/moment";
import { adminCostRow, adminUsageRow } from "./admin-rows";
import { type FileRefusal, refusal, type UnreadableFault, unreadable } from "./faults";
import type { FileFormat } from "./formats";
import type { Identities } from "./identities";
import { RowTally } from "./row-tally";
import type { Row } from "./rows";

/** An export of the Admin API, read. */
export interface AdminFile {
  readonly format: Extract<FileFormat, "Admin usage" | "Admin cost">;
  readonly rows: readonly Row[];
  readonly tally: RowTally;
  /** Days that its buckets are of, those without a result too. */
  readonly days: ReadonlySet<number>;
  /** Whether each of its pages says that more follow. */
  readonly hasMore: boolean;
}

type JsonObject = Readonly<Record<string, unknown>>;

const SECONDS_A_DAY = 86_400;

/** Reads pages of the Admin API: one, several in a list, or several one after another. */
export function readAdminFile(text: string, identities: Identities): AdminFile | FileRefusal {
  const values = jsonValues(text);
  if (!values) return refusal("broken JSON");
  const pages = values.flat().map(pageOf);
  if (pages.length === 0 || pages.includes(undefined)) return refusal("unknown format");
  const tally = new RowTally();
  const rows: Row[] = [];
  const days = new Set<number>();
  let isCost: boolean | undefined;
  for (const [pageIndex, page] of pages.entries()) {
    const pagePlace = pages.length > 1 ? `[${pageIndex}].` : "";
    for (const [bucketIndex, bucket] of (page?.buckets ?? []).entries()) {
      const moment = bucketMoment(bucket);
      if (!("unreadable" in moment)) days.add(dayAt(moment));
      for (const [index, result] of listOf(bucket["results"]).entries()) {
        const place = `${pagePlace}data[${bucketIndex}].results[${index}]`;
        isCost ??= "amount" in result;
        const read = "amount" in result ? adminCostRow : adminUsageRow;
        const row = "unreadable" in moment ? moment : read(result, moment, identities);
        if ("of" in row) {
          tally.row(row);
          rows.push(row);
        } else tally.fault(place, row);
      }
    }
  }
  const buckets = pages.flatMap((page) => page?.buckets ?? []);
  if (buckets.length > 0 && !buckets.some((bucket) => "results" in bucket))
    return refusal("unknown format");
  const hasMore = pages.every((page) => page?.hasMore);
  const format = isCost ? "Admin cost" : "Admin usage";
  return tally.refusal() ?? { format, rows, tally, days, hasMore };
}

function pageOf(
  value: unknown,
): { readonly buckets: readonly JsonObject[]; readonly hasMore: boolean } | undefined {
  if (!isObject(value) || !Array.isArray(value["data"])) return undefined;
  return { buckets: listOf(value["data"]), hasMore: Boolean(value["has_more"]) };
}

/** When a bucket begins, and whether it is shorter than a day. */
function bucketMoment(bucket: JsonObject): Moment | UnreadableFault {
  const [start, end] = [bucket["starting_at"], bucket["ending_at"]].map((value) =>
    typeof value === "string" ? value : "",
  );
  const begun = readMoment(start ?? "");
  if (typeof begun === "string") return unreadable(begun, "starting_at");
  if (!end) return { seconds: begun.seconds, isTimed: false };
  const ended = readMoment(end);
  if (typeof ended === "string") return unreadable(ended, "ending_at");
  return { seconds: begun.seconds, isTimed: ended.seconds - begun.seconds < SECONDS_A_DAY };
}

/** The members of a list; what is no object counts as one without members, so that places stay right. */
function listOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.map((one) => (isObject(one) ? one : {})) : [];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
