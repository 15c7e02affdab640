import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../../src/core/currency";
import { PaneModel } from "../../../../src/taskpane/pane-model";
import {
  FRESH_PROPOSAL,
  type ProposalForm,
  proposalOfForm,
  readProposal,
} from "../../../../src/taskpane/views/proposal/proposal";
import type { SeatsRequest } from "../../../../src/workbook/sheets/write-seats";
import { fakeWorkbook } from "../../fake-actions";
import { SCENARIOS } from "../../pane-scenarios";
import { viewsOf } from "../../view-models";

const OFFER = "Annual commitment: $500,000. Discount: 15%. Term: 24 months.";
const SEATS = "120 seats at $60 a month, counted toward the commitment.";
const DATES =
  "The term ends on 31 January 2029. Either party may cancel with 60 days' notice before the end of the term.";

function withUsage(text: string, change: Partial<ProposalForm> = {}): ProposalForm {
  const texts = { ...FRESH_PROPOSAL.usage.texts, usage: "700k" };
  const usage = { ...FRESH_PROPOSAL.usage, kind: "certain", texts } as const;
  return { ...FRESH_PROPOSAL, text, usage, ...change };
}

const read = (text: string, change: Partial<ProposalForm> = {}) =>
  readProposal(withUsage(text, change), US_DOLLAR);

describe("readProposal() with seats and dates", () => {
  test("shows what was understood with its phrase, and lists it as understood no more", () => {
    const { seats, leftOver, numbers } = read(
      `${OFFER}\n${SEATS}\n${DATES}\nCall +1 415 555 0142.`,
    );
    expect(seats.map(({ label, words }) => `${label}: ${words}`)).toEqual([
      "Seats: 120 at $60 a month, all year; they count toward the commitment",
      "Term end: 31 Jan 2029",
      "Notice to renew or cancel: 60 days before the end of the term",
    ]);
    expect(seats[0]?.from).toBe(SEATS);
    expect(leftOver.join()).not.toMatch(/seats|2029|60 days/);
    expect(leftOver.join()).toMatch(/0142/);
    expect(numbers?.proposal?.alsoSaid[0]).toEqual({
      ...{ label: "Seats", isTerm: true },
      words: `120 at $60 a month, all year; they count toward the commitment: “${SEATS}”`,
    });
  });

  test("says a discount, a price of a year and months of a part of it", () => {
    const text = `${OFFER}\n25 premium seats at $2,400 per seat per year for 6 months, less 10%, outside the commitment.`;
    expect(read(text).seats[0]?.words).toBe(
      "25 at $200 a month, less 10%, 6 months; they do not count toward the commitment",
    );
  });

  test("asks what is not said without holding up the deal, which it then leaves beside it", () => {
    const phrase = "25 premium seats at $200 a month.";
    const text = `${OFFER}\n${phrase}`;
    const open = read(text);
    expect(open.said.questions.map(({ about }) => about)).toEqual(["seatsCount"]);
    expect(open.obstacles).toEqual([]);
    expect(open.numbers?.proposal?.alsoSaid.map(({ label }) => label)).toEqual(["Not understood"]);
    const out = read(text, {
      seatsAnswers: [{ about: "seatsCount", from: phrase, value: null }],
    });
    expect([out.seats, out.leftOut, out.leftOver]).toEqual([[], [phrase], []]);
  });
});

test("a text that is still being read has no fault", () => {
  expect(proposalOfForm(withUsage("no bands here"), US_DOLLAR, undefined).text.error).toBe("");
});

describe("the sheet of seats and dates", () => {
  async function started(text: string, change: Partial<ProposalForm> = {}, empty = true) {
    const requests: SeatsRequest[] = [];
    const { actions } = fakeWorkbook(empty ? SCENARIOS.empty : SCENARIOS.example);
    const model = new PaneModel(
      {
        ...actions,
        writeSeats: (request, currency) => {
          requests.push(request);
          return actions.writeSeats(request, currency);
        },
      },
      () => {},
    );
    await model.start();
    model.open({ name: "proposal", form: "text" });
    const { proposal } = viewsOf(model);
    proposal.type(withUsage(text, change));
    return { model, proposal, requests };
  }

  test("is filled when the proposal is taken", async () => {
    const { model, proposal, requests } = await started(`${OFFER}\n${SEATS}\n${DATES}`);
    await proposal.write();
    expect(model.state.status?.text).toBe(
      "Added Deal and Seats and dates from the proposal. Change their shaded cells and everything follows.",
    );
    expect(requests.map(({ said }) => said)).toEqual([
      {
        seats: [["Seats", 120, 60, 12, "yes", ""]],
        dates: [
          ["Term end", 47_149, ""],
          ["Notice to renew or cancel", "", 60],
          ["Price-lock end"],
          ["Next band review"],
        ],
      },
    ]);
    expect(requests[0]?.definition.references).toEqual(
      model.state.deal.kind === "read" ? model.state.deal.reading.references : undefined,
    );
  });

  test("takes the answer to a question", async () => {
    const phrase = "25 premium seats at $200 a month with the same discount.";
    const { model, proposal, requests } = await started(`${OFFER}\n${phrase}`);
    proposal.answerSeats({ about: "seatsCount", from: phrase, value: "yes" });
    proposal.answerSeats({ about: "seatsCount", from: phrase, value: "no" });
    expect(model.state.drafts.proposal?.seatsAnswers).toHaveLength(1);
    await proposal.write();
    expect(requests[0]?.said?.seats).toEqual([["Premium seats", 25, 200, 12, "no", "yes"]]);
  });

  test("is none where the proposal says neither seats nor dates", async () => {
    const { model, proposal, requests } = await started(OFFER);
    await proposal.write();
    expect(model.state.status?.text).toMatch(/^Added Deal from the proposal\./);
    expect(requests).toEqual([]);
  });

  test("waits where nothing is committed, and the status says where they are", async () => {
    const { model, proposal, requests } = await started(`$500k: 15%\n${DATES}`, {
      commitment: "0",
    });
    await proposal.write();
    expect(requests).toEqual([]);
    expect(model.state.status?.text).toMatch(
      /^Added Deal from the proposal\. Its seats and dates are in the table Also said, but not on a sheet of their own: Give the deal a commitment first/,
    );
  });

  test("is that of the deal: a further offer says them beside its bands", async () => {
    const { model, proposal, requests } = await started(
      `${OFFER}\n${SEATS}`,
      { asRound: true, received: "2026-11-14" },
      false,
    );
    await proposal.write();
    expect(model.state.status?.text).toMatch(/^Added Vendor, 14 Nov 2026 as a scenario/);
    expect(requests).toEqual([]);
  });
});
