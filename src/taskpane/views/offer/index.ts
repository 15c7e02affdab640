import type { View } from "../../context/view";
import { offerIcon } from "../../kit/view-icons";
import { line } from "./line";

export const offerView: View = {
  name: "offer",
  title: "Offer",
  icon: offerIcon,
  line,
  load: () => import(/* webpackChunkName: "offer" */ "./view"),
};
