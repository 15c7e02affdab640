// Parts of the pane that its first lines do not need: a bundle of their own, so that the pane opens sooner.
import "./views/scenarios/comparison-view";
import "./views/settings/currency-view";
import "./decision-view";
import "./views/usage/forecast-form";
import "./views/start/manual-entry-form";
import "./views/start/deal-source-view";
import "./views/scenarios/scenario-bar";
import "./views/scenarios/scenario-form";
import "./views/settings/self-check-view";
import "./views/sheets/table-form";
import "./views/sheets/tables-list";
