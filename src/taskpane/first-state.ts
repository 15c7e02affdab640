import { US_DOLLAR } from "../core/currency";
import { AS_IT_IS } from "../deal/assumptions";
import type { PaneState } from "./context/pane-state";

export const FIRST_STATE: PaneState = {
  currency: US_DOLLAR,
  deal: { kind: "reading" },
  workbookDeal: { kind: "reading" },
  deals: [],
  comparables: null,
  shownDeal: null,
  scenarios: [],
  shown: null,
  scenariosFault: undefined,
  usage: null,
  tables: [],
  asks: [],
  alsoSaid: [],
  task: undefined,
  status: undefined,
  report: undefined,
  view: { name: "home" },
  drafts: {},
  whatIf: AS_IT_IS,
};
