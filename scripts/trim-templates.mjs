import ts from "typescript";

const TAGS = ["css", "html", "svg"];

/**
 * A step of TypeScript: the lines of a template of styles or elements begin at the margin, as neither CSS nor HTML tells
 * indentation from one blank. Other templates are text that somebody reads, and stay as they are.
 */
export function trimTemplates(context) {
  const { factory } = context;
  const visit = (node) => {
    const visited = ts.visitEachChild(node, visit, context);
    if (!ts.isTaggedTemplateExpression(visited) || !TAGS.includes(visited.tag.getText()))
      return visited;
    return factory.updateTaggedTemplateExpression(
      visited,
      visited.tag,
      visited.typeArguments,
      trimmed(visited.template, factory),
    );
  };
  return (file) => ts.visitNode(file, visit);
}

function trimmed(template, factory) {
  if (ts.isNoSubstitutionTemplateLiteral(template))
    return factory.createNoSubstitutionTemplateLiteral(...trimmedText(template));
  return factory.updateTemplateExpression(
    template,
    factory.createTemplateHead(...trimmedText(template.head)),
    template.templateSpans.map((span) =>
      factory.updateTemplateSpan(
        span,
        span.expression,
        ts.isTemplateTail(span.literal)
          ? factory.createTemplateTail(...trimmedText(span.literal))
          : factory.createTemplateMiddle(...trimmedText(span.literal)),
      ),
    ),
  );
}

/** The text of a literal, cooked and raw. */
function trimmedText({ text, rawText }) {
  return [text, rawText ?? text].map((lines) => lines.replace(/\n\s+/g, "\n"));
}
