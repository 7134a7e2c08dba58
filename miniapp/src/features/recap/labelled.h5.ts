import { withText } from './png';

/** The same picture with a text entry in its metadata. */
export async function labelled(file: string, keyword: string, text: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(file)).arrayBuffer());
  return URL.createObjectURL(new Blob([withText(bytes, keyword, text) as Uint8Array<ArrayBuffer>], { type: 'image/png' }));
}
