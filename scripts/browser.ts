import fs from 'node:fs';
import { run } from './guarded';
import { SetupError } from './setupError';
import { isExecutable, onPath } from './stores/binary';
import { canInstall, installDebian } from './stores/debian';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const PLACES = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'];

/** A browser of the Chromium family that is here: CHROMIUM, on PATH, in its usual place or fetched by Playwright. */
export async function browserHere(): Promise<string | undefined> {
  const named = process.env.CHROMIUM;
  if (named) {
    if (!isExecutable(named)) throw new SetupError(`CHROMIUM=${named} is not an executable file`, ['name a Chromium or Chrome, or unset CHROMIUM']);
    return named;
  }
  for (const name of NAMES) {
    const file = onPath(name);
    if (file) return file;
  }
  const { chromium } = await import('playwright-core');
  return [...PLACES, chromium.executablePath()].find((file) => file !== '' && isExecutable(file));
}

/** Whether text in Chinese has a font; undefined where that cannot be asked. */
export async function hasChineseFont(): Promise<boolean | undefined> {
  if (process.platform !== 'linux' || !onPath('fc-list')) return undefined;
  return (await run('fc-list', [':lang=zh', 'file'])).output.trim() !== '';
}

export const BROWSER_CURES = ['Debian, Ubuntu: apt-get install chromium fonts-noto-cjk', 'or name one: CHROMIUM=/path/to/chrome npm test', 'or fetch one: npx playwright-core install chromium'];

/** The browser tests use, installed first when this is root on Debian. Throws SetupError when there is none. */
export async function findBrowser(say: (line: string) => void = () => undefined): Promise<string> {
  let found = await browserHere();
  if (!found && canInstall()) {
    await installDebian(['chromium', 'fonts-noto-cjk', 'fonts-noto-color-emoji', 'fontconfig'], say);
    found = await browserHere();
  }
  if (!found) throw new SetupError('There is no Chromium for the tests in the browser.', BROWSER_CURES);
  if ((await hasChineseFont()) === false) {
    if (!canInstall()) throw new SetupError('There is no font with Chinese characters, so pages cannot be judged.', ['Debian, Ubuntu: apt-get install fonts-noto-cjk']);
    await installDebian(['fonts-noto-cjk', 'fonts-noto-color-emoji'], say);
  }
  return fs.realpathSync(found);
}
