// Fluent's elements that the shell and home draw with; they are fetched after the first lines are drawn.
import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
