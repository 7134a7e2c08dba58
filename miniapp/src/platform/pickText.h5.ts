import { blobOf } from './localFile.h5';
import { pickFile } from './pick.h5';

/** Lets somebody choose a file and reads it as text; undefined when none was chosen. */
export async function pickText(): Promise<string | undefined> {
  const file = await pickFile();
  const blob = file && (await blobOf(file.ref));
  return blob?.text();
}
