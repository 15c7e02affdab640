import type { View } from "../../context/view";
import { negotiationIcon } from "../../kit/view-icons";
import { line } from "./line";

export const negotiationView: View = {
  name: "negotiation",
  title: "Negotiation",
  icon: negotiationIcon,
  line,
  load: () => import(/* webpackChunkName: "negotiation" */ "./view"),
};
