/*
 * Length of a function without the functions inside it: a factory or a hook is as long as what it does itself, and each function
 * it makes is measured for itself. ESLint's own rule counts the inner ones twice.
 */

const FUNCTION = ':function';

/** Lines with code on them between two lines, both counted. */
function countCode(code, first, last) {
  const commented = new Set();
  for (const { loc, type } of code.getAllComments()) {
    for (let line = loc.start.line; line <= loc.end.line; line++) {
      const before = code.lines[line - 1].slice(0, line === loc.start.line ? loc.start.column : 0);
      const after = type === 'Line' || line < loc.end.line ? '' : code.lines[line - 1].slice(loc.end.column);
      if ((before + after).trim() === '') commented.add(line);
    }
  }
  let count = 0;
  for (let line = first; line <= last; line++) if (code.lines[line - 1].trim() !== '' && !commented.has(line)) count++;
  return count;
}

export default {
  meta: { type: 'suggestion', schema: [{ type: 'integer' }], messages: { long: 'This function has {{lines}} lines of its own, {{max}} are allowed. Give a part of it a name: a function of its own beside it.' } },
  create(context) {
    const max = context.options[0];
    const code = context.sourceCode;
    const open = [];
    return {
      [FUNCTION]: () => open.push(0),
      [`${FUNCTION}:exit`]: (node) => {
        const inner = open.pop();
        const all = countCode(code, node.loc.start.line, node.loc.end.line);
        if (all - inner > max) context.report({ loc: code.getLoc(node).start, messageId: 'long', data: { lines: all - inner, max } });
        // one line stands where the inner function is
        if (open.length > 0 && all > 1) open[open.length - 1] += all - 1;
      },
    };
  },
};
