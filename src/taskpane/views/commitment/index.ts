import type { View } from "../../context/view";
import { commitmentIcon } from "../../kit/view-icons";
import { line } from "./line";

export const commitmentView: View = {
  name: "commitment",
  title: "Commitment",
  icon: commitmentIcon,
  line,
  load: () => import(/* webpackChunkName: "commitment" */ "./view"),
};
