import { AS_IT_IS } from "../deal/assumptions";
import type { PaneState } from "./context/pane-state";
import { paneCurrency } from "./kit/pane-currency";
import { FRESH_FORM } from "./views/sheets/table-form-state";

export const FIRST_STATE: PaneState = {
  currency: paneCurrency().code,
  deal: { kind: "reading" },
  workbookDeal: { kind: "reading" },
  scenarios: [],
  shown: null,
  scenariosFault: undefined,
  scenarioForm: undefined,
  comparing: false,
  tables: [],
  form: FRESH_FORM,
  task: undefined,
  status: undefined,
  report: undefined,
  own: undefined,
  forecastForm: undefined,
  numbersForm: undefined,
  whatIf: AS_IT_IS,
};
