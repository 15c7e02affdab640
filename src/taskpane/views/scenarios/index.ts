import type { View } from "../../context/view";
import { scenariosIcon } from "../../kit/view-icons";

export const scenariosView: View = {
  name: "scenarios",
  title: "Scenarios",
  icon: scenariosIcon,
  load: () => import(/* webpackChunkName: "scenarios" */ "./view"),
};
