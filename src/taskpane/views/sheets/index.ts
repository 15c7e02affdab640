import type { View } from "../../context/view";
import { sheetsIcon } from "../../kit/view-icons";
import { quickLine } from "./quick-line";

export const sheetsView: View = {
  name: "sheets",
  title: "Sheets",
  icon: sheetsIcon,
  line: quickLine,
  load: () => import(/* webpackChunkName: "sheets" */ "./view"),
};
