import { currency } from "../core/currency";
import { AS_IT_IS } from "../deal/assumptions";
import type { PaneState } from "./context/pane-state";
import { FRESH_FORM } from "./views/sheets/table-form-state";

export const FIRST_STATE: PaneState = {
  currency: currency().code,
  deal: { kind: "reading" },
  workbookDeal: { kind: "reading" },
  deals: [],
  shownDeal: null,
  scenarios: [],
  shown: null,
  scenariosFault: undefined,
  tables: [],
  form: FRESH_FORM,
  task: undefined,
  status: undefined,
  report: undefined,
  view: { name: "home" },
  drafts: {},
  whatIf: AS_IT_IS,
};
