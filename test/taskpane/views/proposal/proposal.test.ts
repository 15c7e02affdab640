import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../../src/core/currency";
import type { Answer } from "../../../../src/input/offers/answers/answered-offer";
import { PaneModel } from "../../../../src/taskpane/pane-model";
import {
  FRESH_PROPOSAL,
  type ProposalForm,
  readProposal,
} from "../../../../src/taskpane/views/proposal/proposal";
import { proposalForm } from "../../../../src/taskpane/views/proposal/proposal-model";
import { currencyOf } from "../../../../src/wording/format/currencies";
import type { RoundToWrite } from "../../../../src/workbook/sheets/insert-round";
import { fakeWorkbook } from "../../fake-actions";
import { SCENARIOS } from "../../pane-scenarios";
import { viewsOf } from "../../view-models";

/** A form with its usage typed as one number. */
function withUsage(text: string, usage: string, commitment = "0"): ProposalForm {
  const texts = { ...FRESH_PROPOSAL.usage.texts, usage };
  return {
    ...FRESH_PROPOSAL,
    ...{ text, commitment, usage: { ...FRESH_PROPOSAL.usage, kind: "certain", texts } },
  };
}

const read = (form: ProposalForm) => readProposal(form, US_DOLLAR);
const pairs = (text: string) =>
  read(withUsage(text, "700k")).numbers?.bands.map(({ thresholdUsd, discountFraction, name }) => [
    ...[thresholdUsd, discountFraction],
    ...(name === "" ? [] : [name]),
  ]);
/** The form with the nth reading of each question taken. */
function answering(form: ProposalForm, choose: (answers: Answer["ask"]) => Answer["value"]) {
  let answered = form;
  for (let step = 0; step < 5; step++) {
    const open = read(answered).offer?.questions.find(({ answer }) => answer === undefined);
    if (!open) break;
    const answer = { ask: open.ask, value: choose(open.ask) };
    answered = { ...answered, answers: [...answered.answers, answer] };
  }
  return answered;
}

describe("readProposal() reads bands that are typed a line", () => {
  test.each([
    ["250k 10%\n500k 15%"],
    ["$250,000: 10%\n$500,000: 15 %"],
    ["250 000 0.1\r\n500 000 0.15"],
    ["250k at 10%\n\n500k at 15%\n"],
    ["Threshold Discount\n250k 10%\n500k 15%"],
    ["250k, 10%\n500k = 15%"],
    ["500k 15%\n250k 10%"],
    ["250k 10\n500k 15"],
    ["$250,000: 10\n$500,000: 15"],
    ["Threshold\tDiscount\n500000\t15%\n250000\t10%"],
    ["Commitment ($k)\tDiscount\n250\t10%\n500\t15%"],
    ["Discount | Commit, USD thousands\n10% | 250\n15% | 500"],
    ["Commitment in millions\tDiscount\n0.25\t10%\n0.5\t15%"],
    ["Commitment per quarter\tDiscount\n62500\t10%\n125,000\t15%"],
  ])("as %j", (text) => {
    expect(pairs(text)).toEqual([
      [250_000, 0.1],
      [500_000, 0.15],
    ]);
  });

  // What Start from a proposal replaced refused these, with a hint that lines from a message would do.
  test.each([
    ["we offer 10% at $250k, 15% at $500k, 20% at $1M"],
    ["10% at $250k\n15% at $500k\n20% at $1M"],
    ["$250k - 10%\n$500k - 15%\n$1M - 20%"],
    ["≥ $250k → 10%\n≥ $500k → 15%\n≥ $1M → 20%"],
    ["• $250k 10%\n• $500k 15%\n• $1M 20%"],
    ["$250k-$500k: 10%\n$500k-$1M: 15%\n$1M+: 20%"],
    ["$250k 10%\n$500k 15%\n$1 million 20%"],
    ["250k 10 percent\n500k 15 percent\n1M 20 percent"],
    ["250k 10% off list\n500k 15% off list\n1M 20% off list"],
    ["Tier\tCommit\tDiscount\nA\t250k\t10%\nB\t500k\t15%\nC\t1M\t20%"],
    ["$250k 10%\n$500k 15%\n$1M 20%\n\nBest regards,\nAnna Smith"],
  ])("and as a person writes them: %j", (text) => {
    expect(pairs(text)?.map((band) => band.slice(0, 2))).toEqual([
      [250_000, 0.1],
      [500_000, 0.15],
      [1_000_000, 0.2],
    ]);
  });

  test.each([
    ["250k 150", /^No commitment, discount or term was found/],
    ["lots 10%", /^No commitment, discount or term was found/],
    ["250k 110%", /^No commitment, discount or term was found/],
    ["$3 per million tokens", /^These are prices of a unit/],
    ["Unused commitment is forfeited.", /^Bands is missing: give a band a line/],
    ["5% on the first 250k, 10% on the next 250k, 15% on the rest", /slice of spend/],
  ])("says of %j what would do", (text, sentence) => {
    const { text: field, numbers } = read(withUsage(text, "700k"));
    expect(field.error).toMatch(sentence);
    expect(numbers).toBeUndefined();
  });
});

describe("questions of a proposal", () => {
  test.each<readonly [string, Answer["value"], readonly (readonly number[])[]]>([
    ["500.000 10%", 500_000, [[500_000, 0.1]]],
    ["500.000 10%", 500, [[500, 0.1]]],
    [
      "250 10%\n500 15%",
      250_000,
      [
        [250_000, 0.1],
        [500_000, 0.15],
      ],
    ],
    [
      "250 10%\n500 15%",
      250,
      [
        [250, 0.1],
        [500, 0.15],
      ],
    ],
    [
      "$250k: 8-10%\n$500k: 12%",
      0.1,
      [
        [250_000, 0.1],
        [500_000, 0.12],
      ],
    ],
    ["$250k: up to 8%\n$500k: 12%", null, [[500_000, 0.12]]],
    [
      "$250k: 8%\n$250k: 9%\n$500k: 12%",
      0.09,
      [
        [250_000, 0.09],
        [500_000, 0.12],
      ],
    ],
    [
      "250k 0.1\n500k 15",
      0.1,
      [
        [250_000, 0.1],
        [500_000, 0.15],
      ],
    ],
    ["Commit | 1-year | 3-year\n$250k | 6% | 9%", "3-year", [[250_000, 0.09]]],
    [
      "$500k: around 12%\n$1M: 18%",
      0.12,
      [
        [500_000, 0.12],
        [1_000_000, 0.18],
      ],
    ],
  ])("block %j until %j is answered", (text, value, bands) => {
    const form = withUsage(text, "700k");
    expect(read(form).numbers).toBeUndefined();
    const [{ ask } = { ask: undefined }] = read(form).offer?.questions ?? [];
    expect(ask?.readings.map((one) => one.value)).toContain(value);
    const answered = answering(form, () => value);
    expect(
      read(answered).numbers?.bands.map(({ thresholdUsd, discountFraction }) => [
        ...[thresholdUsd, discountFraction],
      ]),
    ).toEqual(bands);
  });

  test("keep their place, and their answer can be changed", () => {
    const form = withUsage("$250k: 8-10%\n$500k: 12-14%", "700k");
    const asked = read(form).offer?.questions.map(({ ask }) => ask.from);
    expect(asked).toEqual(["$250k: 8-10%", "$500k: 12-14%"]);
    const [, second] = read(form).offer?.questions ?? [];
    if (!second) throw new Error("not asked");
    const once = { ...form, answers: [{ ask: second.ask, value: 0.12 }] };
    expect(read(once).offer?.questions.map(({ ask }) => ask.from)).toEqual(asked);
    const again = { ...form, answers: [{ ask: second.ask, value: 0.14 }] };
    expect(read(again).bands.map(({ discountFraction }) => discountFraction)).toEqual([0.14]);
  });

  test("leave out what the user leaves out, and say so beside the deal", () => {
    const form = answering(withUsage("$250k: 8-10%\n$500k: 12%", "700k"), () => null);
    const { numbers, offer } = read(form);
    expect(numbers?.bands).toHaveLength(1);
    expect(offer?.leftOut).toEqual(["$250k: 8-10%"]);
    expect(numbers?.proposal?.alsoSaid).toEqual([
      { label: "Left out", isTerm: false, words: "$250k: 8-10%" },
    ]);
  });
});

describe("amounts that may be thousands", () => {
  test.each([
    ["$250 10%\n$500 15%", "$700,000", [250_000, 500_000]],
    ["$250: 10%", "25,000", [250_000]],
    ["USD 250 10%\nUSD 500 15%", "700k", [250_000, 500_000]],
  ])("are asked about in %j at usage of %s", (text, usage, thresholds) => {
    const asked = read(withUsage(text, usage));
    expect(asked.bandsQuestion?.text).toMatch(/^(Is|Are) the thresholds? .* in thousands, against/);
    expect(asked.numbers).toBeUndefined();
    const [yes, no] = asked.bandsQuestion?.answers ?? [];
    const of = (change: typeof yes) =>
      read({ ...withUsage(text, usage), ...change?.change }).numbers?.bands.map(
        ({ thresholdUsd }) => thresholdUsd,
      );
    expect(of(yes)).toEqual(thresholds);
    expect(of(no)).toEqual(thresholds.map((usd) => usd / 1_000));
  });

  test.each([
    ["250k 10%\n500k 15%", "700k"],
    ["$250 10%\n$500 15%", "24,999"],
    ["Commitment ($k)\tDiscount\n250\t10%", "700M"],
    ["$250 10%", ""],
  ])("are not asked about in %j at usage of %j", (text, usage) => {
    expect(read(withUsage(text, usage)).bandsQuestion).toBeUndefined();
  });

  test("are not asked about where the user said what bare figures mean", () => {
    const form = answering(withUsage("250 10%\n500 15%", "700k"), () => 250);
    expect(read(form).bandsQuestion).toBeUndefined();
  });

  test("are asked about in a commitment, and again once another proposal is typed", () => {
    const form = withUsage("250k 10%", "700k", "480");
    const changes = read(form).commitmentQuestion?.answers.map(({ change }) => change) ?? [];
    const commitments = changes.map(
      (change) => read({ ...form, ...change }).numbers?.commitmentUsd,
    );
    expect(commitments).toEqual([480_000, 480]);
    const signed = withUsage("$250 10%", "700k");
    const no = read(signed).bandsQuestion?.answers[1]?.change;
    expect(read({ ...signed, ...no, text: "$300 10%" }).bandsQuestion).toBeDefined();
  });
});

const EMAIL = [
  "Hi Sam, we can do 10% at $300k and 15% at $600k a year.",
  "The commitment would be $600k per year for three years, prices held for the term, net 45.",
  "Usage over the commitment is billed at list plus 5%. Half of what is unused is forfeited.",
  '=HYPERLINK("https://example.com") and order form Q-2231 of 12 Nov 2026',
].join("\n");

describe("what a proposal says beside its bands", () => {
  const form = { ...withUsage(EMAIL, "700k", ""), received: "12 Nov", confidence: "Medium" };

  test("goes into the terms where a term prices it, and beside the deal where none does", () => {
    const { numbers, understood } = read(form);
    expect(numbers).toMatchObject({
      commitmentUsd: 600_000,
      proposal: {
        ...{ overage: "list", overagePremiumFraction: 0.05, forfeitedShareFraction: 0.5 },
        policies: [
          ["Term", 3],
          ["Price path", "locked"],
        ],
        ...{ source: "proposal, received 12 Nov", confidence: "Medium", text: [] },
      },
    });
    const said = numbers?.proposal?.alsoSaid ?? [];
    expect(said.filter(({ isTerm }) => isTerm).map(({ label }) => label)).toEqual(["Payment"]);
    expect(said.some(({ isTerm, words }) => !isTerm && words.includes("Q-2231"))).toBe(true);
    for (const { from } of understood) expect(EMAIL).toContain(from);
  });

  test.each<[what: string, lines: string, policies: unknown, beside: readonly string[]]>([
    [
      "18 months",
      "The term is 18 months.",
      [
        ["Term", 1.5],
        ["Period", "month"],
      ],
      [],
    ],
    [
      "a lock of two years",
      "Prices are locked for 24 months. The term is 3 years.",
      [
        ["Term", 3],
        ["Price path", "locked"],
        ["Price path lasts", 2],
      ],
      [],
    ],
    [
      "a lock of 18 months",
      "Prices are locked for 18 months. The term is 3 years.",
      [["Term", 3]],
      ["Rate lock"],
    ],
    ["payment", "Paid quarterly in advance.", [["Payment", "quarterly in advance"]], []],
  ])("prices %s where a term says it", (_, lines, policies, beside) => {
    const { numbers } = read(withUsage(`250k 10%\n500k 15%\n${lines}`, "700k"));
    expect(numbers?.proposal?.policies).toEqual(policies);
    const said = numbers?.proposal?.alsoSaid ?? [];
    expect(said.flatMap(({ isTerm, label }) => (isTerm ? label : []))).toEqual(beside);
  });

  test("puts a ramp of the whole term into the schedule, and one of another length beside the deal", () => {
    const ramp = "250k 10%\n500k 15%\nYear 1: $250k, Year 2: $500k, Year 3: $750k commitment.";
    const priced = (text: string) => {
      const ramped = { ...withUsage(text, "700k", "") };
      const ask = read(ramped).offer?.questions.find(
        (question) => question.ask.about === "ramp",
      )?.ask;
      if (!ask) throw new Error("no ramp is asked about");
      return read({ ...ramped, answers: [{ ask, value: 250_000 }] }).numbers;
    };
    expect(priced(`${ramp}\nThe term is 3 years.`)).toMatchObject({
      commitmentUsd: 250_000,
      proposal: { commitmentsUsd: [250_000, 500_000, 750_000] },
    });
    expect(priced(ramp)?.proposal).not.toHaveProperty("commitmentsUsd");
    expect(priced(ramp)?.proposal?.alsoSaid.map(({ label }) => label)).toContain(
      "Commitment by year",
    );
  });

  test("is silent on nothing: without terms the cautious ones stand", () => {
    expect(read(withUsage("250k 10%", "700k")).numbers?.proposal).toMatchObject({
      ...{ overage: "list", overagePremiumFraction: 0, forfeitedShareFraction: 1, alsoSaid: [] },
      ...{ source: "proposal", confidence: "" },
    });
  });

  test("keeps the text line by line where the user asks for it", () => {
    const { numbers } = read({ ...form, keepsText: true });
    expect(numbers?.proposal?.text).toEqual(EMAIL.split("\n"));
  });

  test("has a premium on step-up beside the deal, for no agreement can price it", () => {
    const text = "$500k: 10%\n$1M: 15%\nOverage is re-rated at the next tier's rate plus 5%.";
    const { numbers } = read(withUsage(text, "700k"));
    expect(numbers?.proposal?.overage).toBe("list");
    expect(numbers?.proposal?.overagePremiumFraction).toBe(0);
  });
});

describe("amounts in another currency", () => {
  const euro = currencyOf("EUR");

  test.each([
    ["$250k 10%", "EUR", "USD"],
    ["€250k 10%", "USD", "EUR"],
    ["£250k 10%\n£500k 15%", "USD", "GBP"],
    ["Commit (EUR)\tDiscount\n250000\t10%", "USD", "EUR"],
  ])("%j is refused where amounts are labelled %s", (text, label, code) => {
    const {
      text: field,
      otherCurrency,
      numbers,
    } = readProposal(withUsage(text, "700k"), currencyOf(label) ?? US_DOLLAR);
    expect(field.error).toMatch(new RegExp(`amounts here are in ${label}.*choose ${code}`));
    expect([otherCurrency, numbers]).toEqual([code, undefined]);
  });

  test("with the label that amounts have, they are read", () => {
    expect(readProposal(withUsage("€250k 10%", "700k"), euro ?? US_DOLLAR).numbers).toBeDefined();
    expect(
      readProposal(withUsage("$250k 10%", "700k"), currencyOf("CAD") ?? US_DOLLAR).numbers,
    ).toBeDefined();
  });
});

describe("readProposal()", () => {
  test("takes usage as one number, and a commitment that is typed before that of the proposal", () => {
    const text = "$500k: 10%. The commitment is $500k a year.";
    expect(read(withUsage(text, "700k", "")).numbers).toMatchObject({
      ...{
        commitmentUsd: 500_000,
        forecast: { kind: "spread", meanUsd: 700_000, spreadFraction: 0 },
      },
    });
    expect(read(withUsage(text, "700k", "")).commitment.echo).toBe(
      "$500,000, as the proposal says",
    );
    expect(read(withUsage(text, "700k", "250k")).numbers?.commitmentUsd).toBe(250_000);
    expect(read(withUsage("250k 10%", "0", "250k")).obstacles).toEqual([
      "Usage is 0: give an amount above $0.",
    ]);
  });

  test("waits with what is missing until the deal was to be written", () => {
    const fresh = read(FRESH_PROPOSAL);
    expect([fresh.text.error, fresh.commitment.error]).toEqual(["", ""]);
    const tried = read({ ...FRESH_PROPOSAL, tried: true });
    expect(tried.text.error).toMatch(/^Bands is missing/);
    expect(tried.commitment.error).toMatch(/^Commitment is missing/);
    expect(tried.obstacles).toHaveLength(5);
  });
});

describe("ProposalModel", () => {
  async function opened(change: Partial<ReturnType<typeof fakeWorkbook>["actions"]> = {}) {
    const { actions } = fakeWorkbook(SCENARIOS.empty);
    const model = new PaneModel({ ...actions, ...change }, () => {});
    await model.start();
    model.open({ name: "proposal", form: "text" });
    return { model, views: viewsOf(model) };
  }

  test("writes the deal once all is right, and the pane stands on it", async () => {
    const { model, views } = await opened();
    views.proposal.type({ text: "250k 8-10%" });
    await views.proposal.write();
    expect(model.state.status?.text).toMatch(/^5 things to mend or answer/);
    views.proposal.type({ commitment: "250k" });
    expect(model.state.status).toBeUndefined();
    views.proposal.choose("spread");
    views.proposal.typeUsage("mean", "600k");
    views.proposal.typeUsage("spread", "35%");
    await views.proposal.write();
    expect(model.state.status?.text).toBe("Which discount is offered?");
    const form = model.state.drafts.proposal ?? FRESH_PROPOSAL;
    const [question] = read(form).offer?.questions ?? [];
    if (question) views.proposal.answer({ ask: question.ask, value: 0.1 });
    await views.proposal.write();
    expect(model.state.drafts.proposal).toBeUndefined();
    expect(model.state.status?.text).toMatch(/^Added Deal from the proposal\./);
    expect(model.state.deal).toMatchObject({
      kind: "read",
      reading: { commitmentUsd: 250_000, faults: [] },
    });
  });

  test("keeps what was typed where the workbook refuses", async () => {
    const { model, views } = await opened({
      insertNumbers: async () => ({ ok: false, fault: { kind: "protectedWorkbook" } }) as const,
    });
    views.proposal.type({ text: "250k 10%", commitment: "0" });
    views.proposal.choose("spread");
    views.proposal.typeUsage("mean", "600k");
    views.proposal.typeUsage("spread", "35%");
    await views.proposal.write();
    expect(model.state.status?.tone).toBe("fault");
    expect(model.state.drafts.proposal?.text).toBe("250k 10%");
  });

  test("takes the selected cells as its text", async () => {
    const { model, views } = await opened();
    await views.proposal.useSelection();
    expect(model.state.drafts.proposal?.text).toBe("Threshold\tDiscount\n250000\t10%");
  });
});

describe("a proposal as the vendor's next offer", () => {
  const NEXT = "250k 12%\n500k 17.5%\nCommitment: $500,000";

  async function started(form: Partial<ProposalForm>) {
    const rounds: RoundToWrite[] = [];
    const { actions } = fakeWorkbook(SCENARIOS.example);
    const model = new PaneModel(
      {
        ...actions,
        insertRound: (round, currency) => {
          rounds.push(round);
          return actions.insertRound(round, currency);
        },
      },
      () => {},
    );
    await model.start();
    const { proposal } = viewsOf(model);
    proposal.type({ text: NEXT, asRound: true, ...form });
    return { model, proposal, rounds };
  }

  test("becomes a scenario of the deal that is open, with its usage, its sender and its date", async () => {
    const { model, proposal, rounds } = await started({ from: "Acme", received: "2026-11-14" });
    await proposal.write();
    expect(model.state.status?.text).toMatch(/^Added Acme, 14 Nov 2026 as a scenario/);
    expect(model.state.view.name).toBe("negotiation");
    expect(rounds[0]?.scenario).toEqual({
      ...{ name: "Acme, 14 Nov 2026", commitmentUsd: 500_000, usageUsd: null, notes: "" },
      ...{ forecast: { kind: "cells", reference: "Forecast" } },
      round: { from: "Acme", day: 46_340 },
    });
    expect(rounds[0]?.numbers.bands).toHaveLength(2);
    const [round] = model.state.scenarios;
    expect([model.state.shown, round?.name]).toEqual(["Acme, 14 Nov 2026", "Acme, 14 Nov 2026"]);
    expect(model.state.workbookDeal).toMatchObject({ reading: { commitmentUsd: 480_000 } });
  });

  test("is what the form is for where it was opened so, and not otherwise", async () => {
    const { model } = await started({});
    model.context.draft({ proposal: undefined });
    model.context.open({ name: "proposal", form: "round" });
    expect(proposalForm(model.state).asRound).toBe(true);
    model.context.open({ name: "proposal", form: "text" });
    expect(proposalForm(model.state).asRound).toBe(false);
  });

  test("of the same day gets a name of its own, and is the vendor's where nobody is named", async () => {
    const { proposal, rounds } = await started({ received: "14 Nov 2026" });
    await proposal.write();
    proposal.type({ text: NEXT, asRound: true, received: "14 Nov 2026" });
    await proposal.write();
    expect(rounds.map(({ scenario }) => scenario.name)).toEqual([
      "Vendor, 14 Nov 2026",
      "Vendor, 14 Nov 2026 2",
    ]);
  });

  test.each([
    ["", "Received is missing: give the date of this offer, such as 12 Nov 2026."],
    ["last week", /^Received is "last week": give a day/i],
    ["11/12/2026", /reads two ways: write 2026-11-12 or 2026-12-11\.$/],
  ])("is not written while its date is %j", async (received, sentence) => {
    const { model, proposal, rounds } = await started({ received });
    await proposal.write();
    expect(rounds).toEqual([]);
    expect(model.state.status?.text).toMatch(sentence);
  });
});
