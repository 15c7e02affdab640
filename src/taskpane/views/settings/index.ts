import type { View } from "../../context/view";
import { settingsIcon } from "../../kit/view-icons";

export const settingsView: View = {
  name: "settings",
  title: "Settings",
  icon: settingsIcon,
  load: () => import(/* webpackChunkName: "settings" */ "./view"),
};
