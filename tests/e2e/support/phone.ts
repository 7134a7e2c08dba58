import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Locator, type Page, type WebSocketRoute } from 'playwright-core';
import { findBrowser } from '../../../scripts/browser';
import { eventually } from '../../support/person';
import { WORDS, type WordName } from './words';

export interface Look {
  locale: 'zh' | 'en';
  dark: boolean;
  /** 大字版, on a narrow phone. */
  elder: boolean;
}

let browser: Promise<Browser> | undefined;
const opened = (): Promise<Browser> => (browser ??= launch());

async function launch(): Promise<Browser> {
  const executablePath = await findBrowser();
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] });
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

const axeSource = fs.readFileSync(createRequire(path.resolve('package.json')).resolve('axe-core/axe.min.js'), 'utf8');

/* In the page: an element that shows text, hides what does not fit, does not fit, and puts no ellipsis. */
const CLIPPED = `[...document.querySelectorAll('body *')].flatMap((element) => {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
  if (!hasText || box.width < 2 || box.height < 2 || style.visibility === 'hidden') return [];
  const cutX = style.overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1 && style.textOverflow !== 'ellipsis';
  const cutY = style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 4 && style.webkitLineClamp === 'none' && style.textOverflow !== 'ellipsis';
  return cutX || cutY ? [element.className + ': ' + element.textContent.trim().slice(0, 40)] : [];
})`;

interface Violation {
  id: string;
  nodes: { target: unknown; html: string; failureSummary?: string }[];
}

/** One person's phone: a browser of its own, used through what is on the screen. */
export class Phone {
  /** What went wrong in the page, which no user should ever meet. */
  readonly faults: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    readonly look: Look,
  ) {}

  static async open(look: Look, viewport = look.elder ? { width: 320, height: 640 } : { width: 375, height: 812 }, timezoneId = 'Asia/Shanghai'): Promise<Phone> {
    const context = await (await opened()).newContext({
      viewport,
      locale: look.locale === 'zh' ? 'zh-CN' : 'en-GB',
      timezoneId,
      colorScheme: look.dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      hasTouch: true,
      isMobile: true,
      permissions: ['clipboard-read', 'clipboard-write', 'microphone'],
    });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const phone = new Phone(page, context, look);
    await phone.holdLines();
    page.on('pageerror', (error) => phone.faults.push(error.stack ?? error.message));
    page.on('console', (line) => {
      // the browser itself reports requests that fail while it is offline
      if (line.type() === 'error' && !/ERR_INTERNET_DISCONNECTED|WebSocket|net::/.test(line.text())) phone.faults.push(line.text());
    });
    return phone;
  }

  /** The words of the interface in this person's language. */
  word = (name: WordName): string => WORDS[name][this.look.locale];

  button = (name: WordName): Locator => this.page.getByRole('button', { name: this.word(name), exact: true });

  async tap(name: WordName): Promise<void> {
    await this.button(name).last().tap();
  }

  async name(nickname: string): Promise<void> {
    const field = this.page.getByRole('dialog').getByRole('textbox');
    await field.fill(nickname);
    await this.tap('thisName');
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: this.word('say') });
  }

  /** The messages on the screen. */
  get log(): Locator {
    return this.page.getByRole('log');
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.tap('send');
  }

  sees = (text: string | RegExp): Promise<void> => this.log.getByText(text).last().waitFor();

  /** Keeps a finger on something until its menu comes. */
  async press(target: Locator): Promise<void> {
    const box = await target.boundingBox();
    if (!box) throw new Error('there is nothing to press');
    const session = await this.context.newCDPSession(this.page);
    const touchPoints = [{ x: box.x + Math.min(20, box.width / 2), y: box.y + box.height / 2 }];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await this.page.getByRole('dialog').waitFor();
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await session.detach();
  }

  /** Holds something, moves it down by so many px and lets go; `held` is done before that. */
  async drag(target: Locator, down: number, held: () => Promise<void>): Promise<void> {
    const box = await target.boundingBox();
    if (!box) throw new Error('there is nothing to drag');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const session = await this.context.newCDPSession(this.page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', { x, y });
    await this.page.waitForTimeout(700);
    const STEPS = 8;
    for (let i = 0; i <= STEPS; i++) await touch('touchMove', { x, y: y + (down * i) / STEPS });
    await held();
    await touch('touchEnd');
    await session.detach();
  }

  private isOffline = false;
  private readonly lines = new Set<WebSocketRoute>();

  /* The browser's own offline mode leaves open sockets alone; a real network does not. */
  private async holdLines(): Promise<void> {
    await this.page.routeWebSocket(/\/ws$/, (line) => {
      if (this.isOffline) return void line.close();
      this.lines.add(line);
      line.connectToServer();
    });
  }

  async offline(isOffline: boolean): Promise<void> {
    this.isOffline = isOffline;
    await this.context.setOffline(isOffline);
    if (!isOffline) return;
    await Promise.all([...this.lines].map((line) => line.close().catch(() => undefined)));
    this.lines.clear();
  }

  /** Puts things where the client keeps its own, before any page is opened. */
  async keep(things: Record<string, unknown>): Promise<void> {
    const entries = Object.entries(things).map(([key, data]) => [`pai.${key}`, JSON.stringify({ data })]);
    await this.context.addInitScript(`for (const [key, value] of ${JSON.stringify(entries)}) localStorage.setItem(key, value);`);
  }

  /** Waits until what the page shows does not change any more. */
  async settled(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    let before = '';
    await eventually('the page has settled', async () => {
      const now: string = await this.page.evaluate('document.body.innerText + document.querySelectorAll("*").length');
      const same = now === before && !(await this.page.evaluate('document.querySelector(".sk") !== null'));
      before = now;
      if (!same) await this.page.waitForTimeout(250);
      return same;
    });
  }

  clipboard = (): Promise<string> => this.page.evaluate('navigator.clipboard.readText()');

  /** What axe-core finds wrong on the page, one line each; empty when it is clean. */
  async unfit(): Promise<string[]> {
    // what is still fading in has not its colours yet; what goes round for ever never ends
    await this.page.evaluate("Promise.allSettled(document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime)).map((one) => one.finished)).then(() => undefined)");
    await this.page.evaluate(axeSource);
    // left out is an experimental rule that joins the texts of neighbouring blocks without a space
    const violations = await this.page.evaluate<Violation[]>("axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], rules: { 'label-content-name-mismatch': { enabled: false } } }).then(({ violations }) => violations)");
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html, failureSummary }) => `${id}: ${JSON.stringify(target)} ${html.slice(0, 160)} ${failureSummary ?? ''}`));
  }

  /** How far the page reaches beyond its sides, in px: 0, or a user could move it sideways. A page that slides in is waited for. */
  async overflow(): Promise<number> {
    const over = (): Promise<number> => this.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    for (let tries = 0; tries < 20 && (await over()) > 0; tries++) await this.page.waitForTimeout(100);
    return over();
  }

  /** Texts that are cut off without a sign of it. */
  clipped = (): Promise<string[]> => this.page.evaluate<string[]>(CLIPPED);

  /** What somebody could not use on the page: too wide, unfit for axe, texts cut off, and what its scripts threw since the last look. */
  async wrongs(): Promise<string[]> {
    const over = await this.overflow();
    return [...(over > 0 ? [`${over} px too wide`] : []), ...(await this.unfit()), ...(await this.clipped()).map((what) => `cut off: ${what}`), ...this.faults.splice(0)];
  }

  /** Keeps a picture of the page where SCREENS names a folder: for looking at every page after a change. */
  async picture(page: string): Promise<void> {
    const folder = process.env.SCREENS;
    if (!folder) return;
    const { locale, dark, elder } = this.look;
    const name = [page.replaceAll(' ', '-'), locale, dark ? 'dark' : 'light', elder ? 'elder' : ''].filter(Boolean).join('-');
    await this.page.screenshot({ path: path.join(folder, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
