import "../../src/taskpane/taskpane.css";
import { AS_IT_IS, whatIfNote } from "../../src/deal/assumptions";
import { followTheme } from "../../src/taskpane/kit/theme";
import { WhereItPaysView } from "../../src/taskpane/views/commitment/where-it-pays-view";
import { WHERE_IT_PAYS_CASES, type WhereItPaysCase } from "./where-it-pays-cases";

// The section in a browser on one case: the page's query says which. What it is asked to do is told by the title.
const name = new URLSearchParams(location.search).get("scenario") as WhereItPaysCase;
Object.assign(globalThis, { Office: { context: {} } });
followTheme();
const main = document.createElement("main");
main.style.padding = "16px";
const heading = document.createElement("h1");
heading.textContent = "Bandwise";
const view = new WhereItPaysView();
Object.assign(view, WHERE_IT_PAYS_CASES[name], {
  changeLoad: (factor: number) => {
    view.loadFactor = factor;
    view.note = whatIfNote({ ...AS_IT_IS, loadFactor: factor });
  },
  sayHowSure: () => {
    document.title = "asked how sure";
  },
});
main.append(heading, view);
document.body.append(main);
