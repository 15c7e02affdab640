import type { View } from "../../context/view";
import { offerIcon } from "../../kit/view-icons";
import { offerLine } from "./line";

export const offerView: View = {
  name: "offer",
  title: "Offer",
  icon: offerIcon,
  line: offerLine,
  load: () => import(/* webpackChunkName: "offer" */ "./view"),
};
