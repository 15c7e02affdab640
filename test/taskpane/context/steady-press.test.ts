import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { steadyPress } from "../../../src/taskpane/context/steady-press";

interface Spot {
  readonly on: string;
  readonly y: number;
}

/** What is clicked in a list of two rows, in a shadow root as in the pane, for a press and what the browser makes of its release. */
function clickedBy(press: Spot, release: Spot, detail = 1): readonly string[] {
  const { window } = new JSDOM("<main></main>");
  const root = window.document.querySelector("main")?.attachShadow({ mode: "open" });
  if (!root) throw new Error("no root");
  root.innerHTML =
    '<ul><li><button id="offer"><span></span></button></li><li><button id="term"></button></li></ul>';
  const clicked: string[] = [];
  root.addEventListener("click", ({ target }) => {
    clicked.push((target as Element).closest("[id]")?.id ?? "the list");
  });
  steadyPress(window.document);
  const send = (type: string, { on, y }: Spot): void => {
    const event = { bubbles: true, composed: true, detail, clientX: 40, clientY: y };
    root.querySelector(on)?.dispatchEvent(new window.MouseEvent(type, event));
  };
  send("pointerdown", press);
  send("click", release);
  return clicked;
}

describe("steadyPress()", () => {
  test.each<[string, Spot, Spot, readonly string[]]>([
    ["a row that stays", { on: "#offer span", y: 9 }, { on: "#offer", y: 9 }, ["offer"]],
    ["a row that moved away", { on: "#offer span", y: 9 }, { on: "ul", y: 9 }, ["offer"]],
    ["a row that another replaced", { on: "#term", y: 30 }, { on: "#offer", y: 31 }, ["term"]],
    ["a pointer that moved away", { on: "#offer", y: 9 }, { on: "ul", y: 40 }, ["the list"]],
    ["a press beside the rows", { on: "ul", y: 9 }, { on: "ul", y: 9 }, ["the list"]],
  ])("clicks once what was pressed: %s", (_, press, release, clicked) => {
    expect(clickedBy(press, release)).toEqual(clicked);
  });

  test("leaves the clicks of keys alone", () => {
    expect(clickedBy({ on: "#offer", y: 9 }, { on: "#term", y: 0 }, 0)).toEqual(["term"]);
  });
});
