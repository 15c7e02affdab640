import type { View } from "../../context/view";
import { usageIcon } from "../../kit/view-icons";
import { line } from "./line";

export const usageView: View = {
  name: "usage",
  title: "Usage",
  icon: usageIcon,
  line,
  load: () => import(/* webpackChunkName: "usage" */ "./view"),
};
