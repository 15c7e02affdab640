import type { View } from "../../context/view";
import { sheetsIcon } from "../../kit/view-icons";
import { line } from "./line";

export const sheetsView: View = {
  name: "sheets",
  title: "Sheets",
  icon: sheetsIcon,
  line,
  load: () => import(/* webpackChunkName: "sheets" */ "./view"),
};
