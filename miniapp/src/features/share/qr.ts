import qrcode from 'qrcode-generator';

/** The squares of a QR code for an address: rows of dark or not, without the quiet rim. */
export function qrRows(text: string): boolean[][] {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const side = code.getModuleCount();
  return Array.from({ length: side }, (_, row) => Array.from({ length: side }, (_unused, column) => code.isDark(row, column)));
}

/** Squares kept free around the code, so that a camera finds it. */
export const RIM = 3;

/** The same as an SVG: black on white whatever the theme, for cameras want contrast. */
export function qrSvg(rows: readonly (readonly boolean[])[]): string {
  const side = rows.length + 2 * RIM;
  const squares = rows.map((row, y) => row.map((dark, x) => (dark ? `M${x + RIM} ${y + RIM}h1v1h-1z` : '')).join('')).join('');
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${side} ${side}' shape-rendering='crispEdges'><rect width='${side}' height='${side}' fill='#fff'/><path d='${squares}' fill='#000'/></svg>`;
}
