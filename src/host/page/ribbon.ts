import type { Addin, RibbonButton } from "../serve/manifest";
import { byId, make } from "./elements";

const ICON_SIZE = 32;

/**
 * Draws the add-in's ribbon group from its manifest: a button for each control, its supertip
 * shown on hover and on focus, as Excel does.
 */
export function drawRibbon(
  group: Addin["ribbonGroup"],
  choose: (button: RibbonButton) => Promise<void>,
): void {
  const buttons = group.buttons.map((description) => drawButton(description, choose));
  const label = make("p", "group-label", group.label);
  label.id = "group-label";
  const box = make("div", "group", make("div", "group-buttons", ...buttons), label);
  box.role = "group";
  box.setAttribute("aria-labelledby", label.id);
  byId("ribbon").replaceChildren(box);
}

function drawButton(
  description: RibbonButton,
  choose: (button: RibbonButton) => Promise<void>,
): HTMLElement {
  const icon = make("img", "");
  icon.src = description.icons[ICON_SIZE] ?? Object.values(description.icons)[0] ?? "";
  icon.alt = "";
  icon.width = ICON_SIZE;
  icon.height = ICON_SIZE;
  const button = make("button", "ribbon-button", icon, make("span", "", description.label));
  button.type = "button";
  button.dataset["control"] = description.id;
  const tip = make(
    "div",
    "supertip",
    make("strong", "", description.tipTitle),
    make("p", "", description.tip),
  );
  tip.role = "tooltip";
  tip.id = `tip-${description.id}`;
  button.setAttribute("aria-describedby", tip.id);
  const item = make("div", "ribbon-item", button, tip);
  button.addEventListener("pointerleave", () => item.classList.remove("is-chosen"));
  button.addEventListener("click", () => {
    item.classList.add("is-chosen");
    button.setAttribute("aria-busy", "true");
    void choose(description).finally(() => button.removeAttribute("aria-busy"));
  });
  return item;
}
