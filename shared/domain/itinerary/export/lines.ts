/** Octets of a line of a calendar file, its break not counted (RFC 5545 §3.1). */
const MOST_OCTETS = 75;

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** Breaks a long line so that no character is cut; what goes on begins with a space. */
export function folded(line: string): string {
  let [out, octets] = ['', 0];
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > MOST_OCTETS) [out, octets] = [`${out}\r\n `, 1];
    out += character;
    octets += more;
  }
  return out;
}

// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** A value of type TEXT: nothing in it can end the line or begin a property (RFC 5545 §3.3.11). */
export const text = (value: string): string =>
  value
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(CONTROLS, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

/** Text of an element or attribute of XML; characters XML has no place for are dropped. */
export const xml = (value: string): string =>
  value
    .replace(CONTROLS, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g, '$1')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&apos;');
