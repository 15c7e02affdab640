// Parts of the pane that its first lines do not need: a bundle of their own, so that the pane opens sooner.
import "./comparison-view";
import "./currency-view";
import "./decision-view";
import "./forecast-form";
import "./numbers-form";
import "./own-sheet-view";
import "./scenario-bar";
import "./scenario-form";
import "./self-check-view";
import "./table-form";
import "./tables-list";
