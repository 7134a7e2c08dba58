/** The flat XML of message pushes as plain values: an element with elements inside is an object, a repeated one an array. */
export type XmlValue = string | XmlValue[] | { [name: string]: XmlValue };

/** Not the little XML WeChat sends. */
export class XmlError extends Error {}

type Fields = { [name: string]: XmlValue };
interface Open {
  name: string;
  text: string;
  fields: Fields | null;
}

const MAX_DEPTH = 16;
// Opening tag | closing tag | CDATA | text. No comments, attributes, declarations or doctypes: WeChat sends none, and entities are an attack.
const PIECE = /<([A-Za-z][\w.-]*)\s*(\/?)>|<\/([A-Za-z][\w.-]*)\s*>|<!\[CDATA\[([\s\S]*?)\]\]>|([^<]+)/y;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plain = (text: string): string => text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

function put(parent: Open, name: string, value: XmlValue): void {
  const fields = (parent.fields ??= {});
  const before = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (before === undefined) fields[name] = value;
  else if (Array.isArray(before)) before.push(value);
  else fields[name] = [before, value];
}

function close(open: Open[], name: string): void {
  const closed = open.pop() as Open;
  const parent = open.at(-1);
  if (!parent || closed.name !== name) throw new XmlError('an element is closed that is not open');
  put(parent, name, closed.fields ?? closed.text);
}

function take(open: Open[], match: RegExpExecArray): void {
  const [, opening, empty, closing, cdata, text] = match;
  const top = open.at(-1) as Open;
  if (opening !== undefined) {
    if (open.length > MAX_DEPTH) throw new XmlError('too deep');
    open.push({ name: opening, text: '', fields: null });
    if (empty === '/') close(open, opening);
  } else if (closing !== undefined) close(open, closing);
  else top.text += cdata ?? plain(text ?? '');
}

/** Reads `<xml>…</xml>`. Throws XmlError. */
export function parseXml(source: string): Fields {
  const root: Open = { name: '', text: '', fields: null };
  const open: Open[] = [root];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < source.length) {
    const match = PIECE.exec(source);
    if (!match) throw new XmlError('not XML');
    take(open, match);
  }
  const xml = root.fields?.xml;
  if (open.length !== 1 || xml === undefined || typeof xml === 'string' || Array.isArray(xml)) throw new XmlError('no <xml> element');
  return xml;
}
