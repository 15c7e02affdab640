/** The first element that fits in a part of the page, inside the parts that it is made of as well, in the order of the page. */
export function firstDeep<E extends Element>(root: ParentNode, selector: string): E | undefined {
  for (const element of root.querySelectorAll("*")) {
    if (element.matches(selector)) return element as E;
    const found = element.shadowRoot && firstDeep<E>(element.shadowRoot, selector);
    if (found) return found;
  }
  return undefined;
}

const FIELD = "textarea, select, input:not([type=radio], [type=checkbox], [type=range])";
/** Elements draw one after another, each after the one that it is in. */
const MOST_FRAMES = 10;

/** Puts the focus on the first field of a form, once it is drawn; whether there is one. */
export async function focusFirstField(root: ParentNode): Promise<boolean> {
  for (let frame = 0; frame < MOST_FRAMES; frame += 1) {
    const field = firstDeep<HTMLElement>(root, FIELD);
    if (field) {
      field.focus();
      return true;
    }
    await new Promise(requestAnimationFrame);
  }
  return false;
}
