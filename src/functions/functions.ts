// Every file with Excel functions, in the order of the reference.
import "./bands";
import "./tiers";
import "./period";
import "./thresholds";
import "./sensitivity";
import "./forecast";
import "./uncertain-usage";
import "./decisions";
import "./clauses";
import "./negotiation";
import "./what-if";
import "./price-book";
import "./efficient-usage";
import "./history";
import "./benchmark";
import "./term";
import "./term-value";
import "./mid-term";
import { lateFunction } from "./late-function";

// Functions that few cells use: their file is loaded when a cell first asks for one, and associates them anew.
const howSure = () => import(/* webpackChunkName: "how-sure" */ "./how-sure");
CustomFunctions.associate("ANSWER_RANGE", lateFunction(howSure, "answerRangeFunction"));
CustomFunctions.associate("ROBUST_COMMITMENT", lateFunction(howSure, "robustCommitmentFunction"));
