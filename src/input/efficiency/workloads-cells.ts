import { chain, collect, combine, fail, type Result, succeed } from "../../core/result";
import { GEOS, SERVICES, SPEEDS, STANDARD_TARIFF } from "../../efficiency/card-price";
import { KIND_HEADINGS, pricedKind } from "../../efficiency/priced-kinds";
import { WORKLOAD_HEADINGS, type Workload } from "../../efficiency/workload";
import { isBlankOrZero, readRange } from "../cells/cells";
import { rememberingLast } from "../cells/remember-last";
import {
  readChoice,
  readQuantity,
  readTable,
  readWords,
  type TableRow,
  type TableShape,
} from "../table-cells";
import { readNeededModel } from "./model-cells";

const HEADINGS = [
  "Workload",
  "Workspace",
  "Model",
  "Service",
  "Speed",
  "Geo",
  "Prompt tokens",
  ...WORKLOAD_HEADINGS,
] as const;
type WorkloadHeading = (typeof HEADINGS)[number];

const SHAPE: TableShape<WorkloadHeading> = {
  argument: "workloads",
  headings: HEADINGS,
  required: [["Model"], WORKLOAD_HEADINGS],
  alsoNamed: (text) => {
    const kind = pricedKind(text);
    return kind === undefined || kind === "session hour" ? undefined : KIND_HEADINGS[kind];
  },
};

/** Reads usage in tokens: a table such as the Usage sheet, a row for each workload, model and way of serving. */
export const readWorkloads = rememberingLast((raw: unknown): Result<readonly Workload[]> => {
  if (readRange(raw).every((cells) => cells.every(isBlankOrZero)))
    return fail({
      kind: "missing",
      place: { argument: "workloads" },
      expected: "a table with the headings Model, Input, Output and so on",
    });
  return chain(readTable(raw, SHAPE), ({ rows }) => collect(rows.map(readRow)));
});

function readRow(row: TableRow<WorkloadHeading>): Result<Workload> {
  const { cell, place } = row;
  const quantity = (heading: WorkloadHeading): Result<number> => {
    const read = readQuantity(cell(heading), place(heading));
    return read.ok ? succeed(read.value ?? 0) : read;
  };
  const read = combine({
    workload: readWords(cell("Workload"), place("Workload")),
    workspace: readWords(cell("Workspace"), place("Workspace")),
    model: readNeededModel(cell("Model"), place("Model")),
    service: readChoice(cell("Service"), SERVICES, place("Service")),
    speed: readChoice(cell("Speed"), SPEEDS, place("Speed")),
    geo: readChoice(cell("Geo"), GEOS, place("Geo")),
    promptTokens: readQuantity(cell("Prompt tokens"), place("Prompt tokens")),
    quantities: combine({
      input: quantity("Input"),
      "cache write 5m": quantity("Cache write 5m"),
      "cache write 1h": quantity("Cache write 1h"),
      "cache read": quantity("Cache read"),
      output: quantity("Output"),
      "web search": quantity("Web search"),
    }),
  });
  if (!read.ok) return read;
  const { workload, workspace, model, service, speed, geo, promptTokens, quantities } = read.value;
  return succeed({
    place: { argument: "workloads", row: row.row },
    name: workload ?? workspace ?? "",
    model,
    tariff: {
      service: service ?? STANDARD_TARIFF.service,
      speed: speed ?? STANDARD_TARIFF.speed,
      geo: geo ?? STANDARD_TARIFF.geo,
    },
    promptTokens: promptTokens || undefined,
    quantities,
  });
}
