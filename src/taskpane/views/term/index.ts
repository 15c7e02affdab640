import type { View } from "../../context/view";
import { termIcon } from "../../kit/view-icons";

export const termView: View = {
  name: "term",
  title: "Term",
  icon: termIcon,
  line: () => ({ text: "What several years cost", mark: "done" }),
  load: () => import(/* webpackChunkName: "term" */ "./view"),
};
