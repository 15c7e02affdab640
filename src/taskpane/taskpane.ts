import "./taskpane.css";
import "./open-pane";
