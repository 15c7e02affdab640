import type { View } from "../../context/view";
import { startIcon } from "../../kit/view-icons";

export const proposalView: View = {
  name: "proposal",
  title: "Start from a proposal",
  icon: startIcon,
  load: () => import(/* webpackChunkName: "proposal" */ "./view"),
};
