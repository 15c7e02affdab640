import type { View } from "../../context/view";
import { startIcon } from "../../kit/view-icons";

export const startView: View = {
  name: "start",
  title: "Start a deal",
  icon: startIcon,
  load: () => import(/* webpackChunkName: "start" */ "./view"),
};
