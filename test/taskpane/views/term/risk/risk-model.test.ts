import { describe, expect, test } from "vitest";
import { termRisk } from "../../../../../src/analysis/term-risk";
import { PaneModel } from "../../../../../src/taskpane/pane-model";
import { drawPaths } from "../../../../../src/taskpane/views/term/risk/draw-paths";
import type {
  DrawingAnswer,
  DrawingRequest,
} from "../../../../../src/taskpane/views/term/risk/drawing-messages";
import { RiskModel } from "../../../../../src/taskpane/views/term/risk/risk-model";
import { questionOf, riskDraft } from "../../../../../src/taskpane/views/term/risk/risk-of-deal";
import type { DrawingWorker } from "../../../../../src/taskpane/views/term/risk/start-drawing";
import type { TermFieldName } from "../../../../../src/taskpane/views/term/term-fields";
import { TermModel } from "../../../../../src/taskpane/views/term/term-model";
import { readTerm } from "../../../../../src/taskpane/views/term/term-reading";
import { drawOutcomes } from "../../../../../src/term/risk";
import { fakeWorkbook } from "../../../fake-actions";
import { SCENARIOS } from "../../../pane-scenarios";

type Texts = Readonly<Partial<Record<TermFieldName, string>>>;

const RISKY: Texts = { Term: "3", "Usage volatility": "30%", "List price volatility": "15%" };

/** A worker in the same thread, which passes only what a worker may, a turn later. */
class HereWorker implements DrawingWorker {
  onmessage: DrawingWorker["onmessage"] = null;
  onerror: DrawingWorker["onerror"] = null;
  onmessageerror: DrawingWorker["onmessageerror"] = null;
  isTerminated = false;

  postMessage(request: DrawingRequest): void {
    const asked = structuredClone(request);
    setTimeout(() => drawPaths(asked, (answer) => this.answer(answer)));
  }

  answer(answer: DrawingAnswer): void {
    if (!this.isTerminated)
      this.onmessage?.({ data: structuredClone(answer) } as MessageEvent<DrawingAnswer>);
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

/** A worker that says nothing until it is made to. */
class DeafWorker extends HereWorker {
  override postMessage(): void {}
}

async function opened(
  texts: Texts,
  start: () => DrawingWorker = () => new HereWorker(),
  workers = 1,
) {
  const pane = new PaneModel(fakeWorkbook(SCENARIOS.example).actions, () => {});
  await pane.start();
  const term = new TermModel(pane.context);
  for (const [name, text] of Object.entries(texts)) term.type(name as TermFieldName, text);
  const model = new RiskModel(pane.context, start, workers);
  return { pane, term, model, draft: () => riskDraft(pane.state), asWon: () => asWonOf(pane) };
}

function asWonOf({ state }: PaneModel) {
  const answer = readTerm(state)?.answer;
  if (!answer?.ok) throw new Error("no term");
  return answer.value.asWon;
}

describe("RiskModel", () => {
  test.each<[what: string, texts: Texts]>([
    ["a random walk of usage", { "Usage volatility": "30%" }],
    ["independent years", { "Usage volatility": "50%", "Usage persistence": "0%" }],
    ["list prices alone", { "List price volatility": "20%" }],
    ["both", RISKY],
    ["months", { "Usage volatility": "30%", Period: "month" }],
    ["a ramp", { Commitments: "250k; 500k; 1M", "Usage volatility": "30%" }],
    ["rollover", { ...RISKY, "Rollover share": "50%", "Rollover life": "2" }],
    ["a start date", { ...RISKY, "Start date": "2027-01-31" }],
    ["a lock for a year", { ...RISKY, "Price path": "locked", "Price path lasts": "1" }],
    ["renewals", { ...RISKY, "Renewal every": "1", "Renewal uplift ask": "7%" }],
  ])("draws the same paths with one worker and with two as without: %s", async (_, texts) => {
    const risks = await Promise.all(
      [1, 2].map(async (workers) => {
        const { model, draft, asWon } = await opened(
          { Term: "3", ...texts },
          () => new HereWorker(),
          workers,
        );
        await model.draw(301);
        const { plan, usageUsd } = asWon();
        expect(draft().drawn).toEqual({
          risk: termRisk(drawOutcomes(plan, usageUsd, 1, 0, 301)),
          of: JSON.stringify(questionOf(asWon())),
        });
        return draft().drawn?.risk;
      }),
    );
    expect(risks[0]?.cost.error).toBeGreaterThan(0);
    expect(risks[1]).toEqual(risks[0]);
  });

  test("prices the protections that are switched on", async () => {
    const { model, term, draft } = await opened(RISKY);
    await model.draw(512);
    const before = draft().drawn?.risk.cost.value ?? 0;
    term.toggle("Half the shortfall returned");
    await model.draw(512);
    expect(draft().drawn?.risk.cost.value).toBeLessThan(before);
  });

  test("says how far it is, over all workers", async () => {
    const { pane, model, draft } = await opened(RISKY, () => new HereWorker(), 2);
    const seen: number[] = [];
    const put = pane.context.draft;
    pane.context.draft = (change) => {
      put.call(pane.context, change);
      seen.push(draft().running?.done ?? -1);
    };
    await model.draw(1_024);
    expect(seen).toEqual([0, 256, 512, 768, 1_024, -1]);
  });

  test("says at most 50 times how far a worker is", async () => {
    const { asWon } = await opened(RISKY);
    const words: DrawingAnswer[] = [];
    const part = { from: 0, to: 256 * 75, seed: 1 };
    drawPaths({ ...questionOf(asWon()), ...part }, (answer) => words.push(answer));
    const told = words.filter(({ kind }) => kind === "progress");
    expect(told.length).toBeGreaterThan(20);
    expect(told.length).toBeLessThanOrEqual(50);
    expect(words.at(-1)?.kind).toBe("drawn");
  });

  test("keeps what was there when it is cancelled, and when a worker dies", async () => {
    const workers: DrawingWorker[] = [];
    let isDeaf = false;
    const start = () => {
      const worker = isDeaf ? new DeafWorker() : new HereWorker();
      workers.push(worker);
      return worker;
    };
    const { model, draft } = await opened(RISKY, start);
    await model.draw(256);
    const { drawn } = draft();
    isDeaf = true;
    const cancelled = model.draw(512);
    expect(draft()).toMatchObject({ drawn, running: { paths: 512, done: 0 } });
    model.cancel();
    await cancelled;
    expect(draft()).toEqual({ drawn, running: undefined, died: undefined });
    const died = model.draw(512);
    workers.at(-1)?.onerror?.(new Event("error") as ErrorEvent);
    await died;
    expect(draft()).toEqual({ drawn, running: undefined, died: 512 });
    expect(workers.every((worker) => (worker as HereWorker).isTerminated)).toBe(true);
    isDeaf = false;
    await model.draw(512);
    expect(draft()).toMatchObject({ drawn: { risk: { paths: 512 } }, died: undefined });
  });

  test("says that a worker could not be started", async () => {
    const { model, draft } = await opened(RISKY, () => {
      throw new Error("no worker");
    });
    await model.draw();
    expect(draft()).toEqual({ running: undefined, died: 4_096 });
  });

  test("keeps what was drawn for the deal that it was asked of", async () => {
    const { pane, model, draft } = await opened(RISKY);
    const { shownDeal } = pane.state;
    const drawing = model.draw(256);
    pane.context.put({ shownDeal: "another" });
    await drawing;
    expect(draft()).toEqual({});
    pane.context.put({ shownDeal });
    expect(draft().drawn?.risk.paths).toBe(256);
  });

  test("gives up the paths of an earlier question", async () => {
    const { model, term, draft, asWon } = await opened(RISKY);
    const first = model.draw(512);
    term.type("Term", "2");
    await Promise.all([first, model.draw(256)]);
    expect(draft().drawn?.of).toBe(JSON.stringify(questionOf(asWon())));
    expect(draft().drawn?.risk.paths).toBe(256);
  });

  test("draws nothing where nothing is left to chance, or the term has no price", async () => {
    for (const texts of [{ Term: "3" }, { ...RISKY, "Usage volatility": "a lot" }]) {
      const { model, draft } = await opened(texts);
      await model.draw();
      expect(draft()).toEqual({});
    }
  });
});
