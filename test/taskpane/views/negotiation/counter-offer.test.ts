import { beforeEach, describe, expect, test } from "vitest";
import { counterOffer, type WeighedAsk } from "../../../../src/analysis/negotiation/counter-offer";
import { US_DOLLAR } from "../../../../src/core/currency";
import { readDealCells } from "../../../../src/deal/parse-deal";
import { ASKS_COLUMNS } from "../../../../src/sheets/negotiation/asks-columns";
import type { PaneActions } from "../../../../src/taskpane/context/pane-actions";
import { PaneModel } from "../../../../src/taskpane/pane-model";
import { asksSummary, askWorth } from "../../../../src/taskpane/views/negotiation/asks-messages";
import {
  buildCounterOffer,
  listAsks,
  markStatus,
} from "../../../../src/taskpane/views/negotiation/counter-offer-commands";
import {
  counterOfferText,
  otherThanBest,
} from "../../../../src/taskpane/views/negotiation/counter-offer-text";
import { line } from "../../../../src/taskpane/views/negotiation/line";
import { readNegotiation } from "../../../../src/taskpane/views/negotiation/negotiation-reading";
import { fitOf } from "../../../../src/taskpane/views/sheets/fit";
import { RebuildModel } from "../../../../src/taskpane/views/sheets/rebuild-model";
import { formatUsd } from "../../../../src/wording/format/format";
import { forfeitureWords } from "../../../../src/wording/messages/terms-words";
import type { WrittenTable } from "../../../../src/workbook/journal/written-table";
import type { AsksCells } from "../../../../src/workbook/sheets/read-asks";
import type { AsksRequest } from "../../../../src/workbook/sheets/write-asks";
import type { CounterOfferRequest } from "../../../../src/workbook/sheets/write-counter-offer";
import { fakeWorkbook, workbookCells } from "../../fake-actions";
import { dealCells, SCENARIOS } from "../../pane-scenarios";
import { take, viewsOf } from "../../view-models";

const DEAL = readDealCells(dealCells());

const usd = (amount: number): string => formatUsd(amount, US_DOLLAR);

const asked = (name: string, change: Partial<WeighedAsk> = {}): WeighedAsk => ({
  ...{ name, yearUsd: 48_979, termUsd: 48_979, expectedUsd: undefined, priority: undefined },
  ...{ give: "", status: "open", ...change },
});

/** A workbook that keeps sheets of asks and counter-offers in variables. */
function workbookOfAsks() {
  let tables: readonly WrittenTable[] = [];
  let asks: readonly AsksCells[] = [];
  const requests: (AsksRequest | CounterOfferRequest)[] = [];
  const listed = (table: WrittenTable): void => {
    tables = [...tables.filter(({ id }) => id !== table.id), table];
  };
  const actions: PaneActions = {
    ...fakeWorkbook(SCENARIOS.example).actions,
    readWorkbook: async () => workbookCells({ tables, asks }),
    async writeAsks(request) {
      requests.push(request);
      const { definition, asks: list } = request;
      const written = { id: "Table a1", title: "Asks", sheet: "Asks", address: "A1:J39" };
      listed({ ...written, complete: true, definition });
      const rows = list.asks.map(({ name, about, yearUsd = "", termUsd = "" }) => [
        ...[name, about, yearUsd, termUsd, "", "", "not known", "", "", "open"],
      ]);
      asks = [{ id: written.id, values: [[...ASKS_COLUMNS], ...rows] }];
      return { ok: true, value: { ...written, complete: true } };
    },
    async markAsk(id, ask, status) {
      asks = asks.map((one) => ({
        ...one,
        values: one.values.map((row) =>
          one.id === id && row[0] === ask ? [...row.slice(0, -1), status] : row,
        ),
      }));
      return { ok: true, value: undefined };
    },
    async writeCounterOffer(request) {
      requests.push(request);
      const written = { id: "Table o1", title: "Counter-offer", sheet: "Counter-offer" };
      const table = { ...written, address: "A1:D60", complete: true };
      listed({ ...table, definition: request.definition });
      return { ok: true, value: table };
    },
  };
  return { actions, requests };
}

describe("the view of a negotiation", () => {
  let model: PaneModel;
  let requests: ReturnType<typeof workbookOfAsks>["requests"];
  beforeEach(async () => {
    const workbook = workbookOfAsks();
    requests = workbook.requests;
    model = new PaneModel(workbook.actions, () => {});
    await model.start();
  });

  const reading = () => {
    const found = readNegotiation(model.state);
    if (typeof found === "string") throw new Error(found);
    return found;
  };

  test("lists the asks on a sheet, and reads them from there", async () => {
    expect(reading().sheet).toBeUndefined();
    await listAsks(model.context, undefined);
    expect(model.state.status?.text).toMatch(/^Listed on Asks\. Type how likely each is/);
    expect(reading().sheet?.id).toBe("Table a1");
    await listAsks(model.context, reading().sheet);
    expect(model.state.status?.text).toBe("Ranked again on Asks. What you typed is still there.");
    expect(requests.at(-1)).toMatchObject({ again: { id: "Table a1" } });
  });

  test("prices the whole pane with a clause once it is won, and without it once it is not", async () => {
    await listAsks(model.context, undefined);
    const { sheet } = reading();
    if (!sheet) throw new Error("there is no sheet");
    model.suppose({ clauses: ["Half the shortfall returned"] });
    await markStatus(model.context, sheet, "Step-up right", "won");
    expect(model.state.status?.text).toBe("Step-up right is won on Asks.");
    expect(model.state.whatIf.clauses).toEqual(["Step-up right", "Half the shortfall returned"]);
    // Nobody asks for what is won.
    expect(line(model.state).text).not.toMatch(/step-up/i);
    expect(reading().offer.clauses).toContain("Step-up right");
    expect(reading().offer.asks.map(({ name }) => name)).not.toContain("Step-up right");
    await markStatus(model.context, sheet, "Step-up right", "refused");
    expect(model.state.whatIf.clauses).toEqual(["Half the shortfall returned"]);
  });

  test("builds the counter-offer with one button, and the asks before it where there are none", async () => {
    await buildCounterOffer(model.context);
    expect(model.state.status?.text).toMatch(/^Built Counter-offer, one page to print\./);
    expect(model.state.tables.map(({ title }) => title)).toEqual(["Asks", "Counter-offer"]);
    expect(requests.at(-1)).toMatchObject({
      asksSheet: "Asks",
      words: { asks: ["Step-up right", "Half the shortfall returned"], ourUsd: 250_000 },
    });
    await buildCounterOffer(model.context);
    expect(requests).toHaveLength(3);
  });

  test("says of both sheets when they no longer fit, and rebuilds them in their place", async () => {
    await buildCounterOffer(model.context);
    const outdated = () =>
      model.state.tables.map((table) => fitOf(table, model.state, US_DOLLAR).outdated);
    expect(outdated()).toEqual([undefined, undefined]);
    const [asks, counter] = model.state.tables;
    if (!asks || !counter) throw new Error("both are listed");
    await markStatus(model.context, asks, "Step-up right", "refused");
    expect(outdated()).toEqual([undefined, expect.stringMatching(/^What we would ask for/)]);
    const rebuild = new RebuildModel(model.context);
    await rebuild.rebuild(counter);
    expect(model.state.status?.text).toBe("Rebuilt Counter-offer on Counter-offer.");
    expect(requests.at(-1)).toMatchObject({ again: { id: "Table o1" } });
    expect(outdated()).toEqual([undefined, undefined]);
    await rebuild.rebuild(asks);
    expect(requests.at(-1)).toMatchObject({ again: { id: "Table a1" } });
  });

  test("asks before a sheet of asks goes with what was typed on it", async () => {
    await listAsks(model.context, undefined);
    const { sheet } = reading();
    if (!sheet) throw new Error("there is no sheet");
    await markStatus(model.context, sheet, "Step-up right", "won");
    await viewsOf(model).tables.remove(sheet);
    expect(model.state.status?.text).toBe(
      "The sheet Asks goes with what you typed on it, and this cannot be undone here.",
    );
    await take(model, "keepTable");
    expect(model.state.status?.text).toBe("Asks stays.");
  });

  test("says what to mend first where there is nothing to answer", () => {
    const of = (change: Parameters<typeof dealCells>[0]): unknown =>
      readNegotiation({
        ...model.state,
        deal: { kind: "read", reading: readDealCells(dealCells(change)) },
      });
    expect(of({ commitment: 0 })).toMatch(/^Give the deal a commitment first/);
    expect(
      of({
        bands: [
          ["Threshold", "Discount"],
          [0, "soon"],
        ],
      }),
    ).toMatch(/^Mend Bands first/);
    expect(readNegotiation({ ...model.state, deal: { kind: "none" } })).toMatch(
      /^Choose the cells/,
    );
  });
});

describe("counterOfferText()", () => {
  const offer = counterOffer(DEAL, [
    asked("Step-up right", { give: "A case study, once we are live" }),
    asked("Named contact", { yearUsd: undefined, priority: 1 }),
  ]);
  if (!offer) throw new Error("the example can be read");
  const text = (change: Partial<Parameters<typeof counterOfferText>[1]> = {}): string =>
    counterOfferText(
      offer,
      {
        source: "From 12 months of imported usage",
        leastFraction: 0.0671,
        revealsWalkAway: false,
        unusedOf: forfeitureWords,
        ...change,
      },
      US_DOLLAR,
    );

  test("is our position, both sides, and what we ask for, with the numbers of now", () => {
    expect(text().split("\n")).toEqual([
      `We commit to $250,000 a year at 10% off list prices, with what is asked for below. It is expected to cost ${usd(offer.ours.costUsd)} a year, ${usd(offer.theirs.costUsd - offer.ours.costUsd)} less than your offer.`,
      "",
      "Your offer: $480,000 a year at 10%, overage at list, unused commitment forfeited; expected cost $671,425 a year.",
      `Our position: $250,000 a year at 10%, overage at the best band it reaches, unused commitment forfeited; expected cost ${usd(offer.ours.costUsd)} a year.`,
      "",
      "What we ask for:",
      "1. Named contact.",
      "2. Step-up right, worth $48,979 a year to us. In return: A case study, once we are live",
      "",
      "These numbers rest on our forecast of usage (from 12 months of imported usage).",
    ]);
  });

  test("says what there is without a deal, and the least we accept, only where it may", () => {
    expect(text()).not.toMatch(/700,000|without a deal|least|6\.8|alternative/i);
    const told = text({ revealsWalkAway: true });
    expect(told.startsWith(text())).toBe(true);
    expect(told).toContain(
      "Without a deal we pay for usage as it comes: $700,000 a year is expected.",
    );
    expect(told).toContain(
      "The least discount at which $250,000 is worth as much to us as the best alternative is 6.8%.",
    );
    expect(text({ revealsWalkAway: true, leastFraction: undefined })).toContain(
      "No discount makes $250,000 worth as much to us",
    );
  });
});

test("an amount other than the verdict's says what makes it the best", () => {
  const said = (asks: readonly WeighedAsk[]): string | undefined => {
    const offer = counterOffer(DEAL, asks);
    return offer && otherThanBest(offer, US_DOLLAR);
  };
  expect(said([])).toBe("");
  expect(said([asked("Step-up right")])).toBe(
    "As things stand $500,000 is best; once what is asked for is granted, $250,000 is.",
  );
});

test("the summary counts asks and says what the first is worth", () => {
  expect(asksSummary([asked("A"), asked("B", { status: "won" })], US_DOLLAR)).toBe(
    "2 asks, 1 won; the first is worth $49k",
  );
  expect(asksSummary([asked("A", { termUsd: undefined, status: "asked" })], US_DOLLAR)).toBe(
    "1 ask, 1 asked",
  );
  expect(asksSummary([], US_DOLLAR)).toBe("Nothing to ask for");
  expect(askWorth(asked("A", { termUsd: undefined }), US_DOLLAR)).toBe("yours to value");
});
