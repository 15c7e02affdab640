import "../../src/taskpane/taskpane.css";
import { BandwisePane } from "../../src/taskpane/bandwise-pane";
import { followTheme } from "../../src/taskpane/kit/theme";
import { fakeWorkbook } from "./fake-actions";
import { SCENARIOS, type ScenarioName } from "./pane-scenarios";

// The pane in a browser on a workbook that is only a scenario: the page's query says which.
const name = new URLSearchParams(location.search).get("scenario") as ScenarioName;
Object.assign(globalThis, { Office: { context: {} } });
followTheme();
const pane = new BandwisePane();
document.body.append(pane);
void pane.begin(fakeWorkbook(SCENARIOS[name]).actions);
