import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

const WORTH_BYTES = 1024;

/** Puts name.br and name.gz beside each script and style of a built page. The service sends those, so it compresses nothing itself. */
export async function compressAll(folder: string): Promise<void> {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name));
  const worth = files.filter((file) => /\.(js|css|svg)$/.test(file) && fs.statSync(file).size > WORTH_BYTES);
  await Promise.all(
    worth.map(async (file) => {
      const bytes = fs.readFileSync(file);
      const [br, gz] = await Promise.all([brotli(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } }), gzip(bytes, { level: 9 })]);
      fs.writeFileSync(`${file}.br`, br);
      fs.writeFileSync(`${file}.gz`, gz);
    }),
  );
}
