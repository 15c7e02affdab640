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
import "./what-if";
import "./price-book";
import "./efficient-usage";
import "./history";
import "./benchmark";
import "./term";
import "./term-value";
import "./mid-term";
