import { AS_IT_IS } from "../deal/assumptions";
import type { PaneState } from "./context/pane-state";
import { paneCurrency } from "./kit/pane-currency";

export const FIRST_STATE: PaneState = {
  currency: paneCurrency().code,
  deal: { kind: "reading" },
  workbookDeal: { kind: "reading" },
  deals: [],
  shownDeal: null,
  scenarios: [],
  shown: null,
  scenariosFault: undefined,
  tables: [],
  task: undefined,
  status: undefined,
  report: undefined,
  view: { name: "home" },
  drafts: {},
  whatIf: AS_IT_IS,
};
