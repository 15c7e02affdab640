// What every view needs once the first lines are drawn, in one chunk.
import "./kit/how-sure/how-sure-line";
import "./kit/how-sure/threshold-doubt";
import { steadyPress } from "./context/steady-press";

steadyPress(document);
