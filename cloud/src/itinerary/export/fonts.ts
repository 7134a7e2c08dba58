import { access, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { config } from '../../config';
import { AppError } from '../../errors';

/** A font file and, where it holds several, the PostScript name of the one for simplified Chinese. */
export interface Font {
  file: string;
  face?: string;
}

/* Fonts with Chinese that may be put into documents, the freest and best known first. */
const KNOWN: readonly Font[] = [
  { file: 'NotoSansCJK-Regular.ttc', face: 'NotoSansCJKsc-Regular' },
  { file: 'NotoSansCJKsc-Regular.otf' },
  { file: 'NotoSansSC-Regular.otf' },
  { file: 'NotoSansSC-Regular.ttf' },
  { file: 'SourceHanSans-Regular.ttc', face: 'SourceHanSansSC-Regular' },
  { file: 'SourceHanSansSC-Regular.otf' },
  { file: 'SourceHanSansCN-Regular.otf' },
  { file: 'wqy-microhei.ttc', face: 'WenQuanYiMicroHei' },
  { file: 'wqy-zenhei.ttc', face: 'WenQuanYiZenHei' },
  { file: 'DroidSansFallbackFull.ttf' },
  { file: 'NotoSerifCJK-Regular.ttc', face: 'NotoSerifCJKsc-Regular' },
  { file: 'Hiragino Sans GB.ttc', face: 'HiraginoSansGB-W3' },
  { file: 'simhei.ttf' },
];

const FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts', path.join(homedir(), '.local/share/fonts'), path.join(homedir(), '.fonts'), '/System/Library/Fonts', '/Library/Fonts', 'C:\\Windows\\Fonts'];

async function listFonts(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => path.join(entry.parentPath, entry.name));
}

async function search(folders: readonly string[]): Promise<Font | undefined> {
  const files = (await Promise.all(folders.map(listFonts))).flat();
  for (const known of KNOWN) {
    const file = files.find((one) => path.basename(one).toLowerCase() === known.file.toLowerCase());
    if (file) return { ...known, file };
  }
  return undefined;
}

const found = new Map<string, Promise<Font | undefined>>();

/** A font with Chinese: the one named in FONT_FILE (`file#face`), or one of this machine. Throws `export/no-font`. */
export async function chineseFont(folders: readonly string[] = FOLDERS): Promise<Font> {
  const [file, face] = config().FONT_FILE?.split('#') ?? [];
  if (file) {
    await access(file).catch((cause: unknown) => {
      throw new AppError('export/no-font', { cause });
    });
    return { file, ...(face ? { face } : {}) };
  }
  const key = folders.join('\n');
  const known = found.get(key) ?? search(folders);
  found.set(key, known);
  const font = await known;
  if (!font) throw new AppError('export/no-font');
  return font;
}
