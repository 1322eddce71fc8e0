import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core';

const require = createRequire(import.meta.url);
const fontsOf = (name: string, weight: string): string => join(dirname(require.resolve(`${name}/package.json`)), weight);

/** Each user unpacks a browser of his own: what one has unpacked, another may not run. */
const own = join(tmpdir(), `tongtu-browser-${process.getuid?.() ?? 0}`);

/** The browser of the npm package unpacks itself into the folder for temporary files. */
async function unpacked(): Promise<string> {
  mkdirSync(own, { recursive: true });
  const { TMPDIR } = process.env;
  process.env.TMPDIR = own;
  try {
    return await chromium.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

/** It has no Chinese font: it is given the ones that documents are set in. */
function fontSettings(): string {
  const folder = join(own, 'fonts');
  mkdirSync(join(folder, 'cache'), { recursive: true });
  const folders = [fontsOf('@expo-google-fonts/noto-sans-sc', '400Regular'), fontsOf('@expo-google-fonts/noto-sans-sc', '700Bold')];
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.map((f) => `<dir>${f}</dir>`).join('')}<cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
  );
  return file;
}

/** A real Chromium: the one in the package, or the one CHROMIUM_PATH names. */
export async function openBrowser(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH;
  const executablePath = given ?? (await unpacked());
  const args = given
    ? ['--no-sandbox', '--disable-gpu']
    : chromium.args.filter((a) => !a.startsWith('--headless') && a !== '--single-process');
  const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return await playwright.launch({
    executablePath,
    headless: true,
    args: [...args, ...quiet],
    env: { ...process.env, FONTCONFIG_FILE: fontSettings() },
  });
}

/** A visitor’s window, which notes every request that leaves for another host and every error on the page. */
export async function openWindow(
  browser: Browser,
  o: { readonly origin: string; readonly width?: number; readonly height?: number },
): Promise<Window> {
  const context: BrowserContext = await browser.newContext({
    baseURL: o.origin,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    viewport: { width: o.width ?? 1280, height: o.height ?? 900 },
  });
  const foreign: string[] = [];
  const errors: string[] = [];
  context.on('request', (r) => {
    const { origin, protocol } = new URL(r.url());
    if (origin !== o.origin && protocol !== 'data:' && protocol !== 'blob:') foreign.push(r.url());
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (e) => errors.push(e.message));
  page.on('console', (m) => {
    if (m.type() === 'error' && !/status of 4\d\d/.test(m.text())) errors.push(m.text());
  });
  let asking = 0;
  const asks = (r: { url: () => string }): boolean => new URL(r.url()).pathname.startsWith('/api/');
  const answered = (r: { url: () => string }): void => {
    if (asks(r)) asking -= 1;
  };
  page.on('request', (r) => {
    if (asks(r)) asking += 1;
  });
  page.on('requestfinished', answered);
  page.on('requestfailed', answered);
  const settled = async (): Promise<void> => {
    for (let quiet = 0; quiet < 3; quiet = asking > 0 ? 0 : quiet + 1) await page.waitForTimeout(25);
  };
  // what the pages were told; all of it is data, but for sentences that the server made
  const told = new Set<string>();
  const reading: Promise<void>[] = [];
  page.on('response', (r) => {
    if (new URL(r.url()).pathname.startsWith('/api/') && r.headers()['content-type']?.includes('json'))
      reading.push(
        r.json().then(
          (body) => keepData(body, told),
          () => undefined, // the page left before it had read the answer
        ),
      );
  });
  const data = async (): Promise<ReadonlySet<string>> => {
    await Promise.all(reading);
    return told;
  };
  return { page, foreign, errors, data, settled, close: () => context.close() };
}

function keepData(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (Array.isArray(value)) for (const v of value) keepData(v, into);
  else if (typeof value === 'object' && value !== null)
    for (const [key, v] of Object.entries(value)) if (!(key === 'sentence' && 'code' in value)) keepData(v, into);
}

export type Window = {
  readonly page: Page;
  readonly foreign: readonly string[];
  readonly errors: readonly string[];
  /** Waits until the page asks the server for nothing more. */
  readonly settled: () => Promise<void>;
  /** The strings of data that the window's pages have been told. */
  readonly data: () => Promise<ReadonlySet<string>>;
  readonly close: () => Promise<void>;
};
