// Parts of the pane that its first lines do not need: a bundle of their own, so that the pane opens sooner.
import "./decision-view";
import "./forecast-form";
import "./own-sheet-view";
import "./self-check-view";
import "./table-form";
import "./tables-list";
