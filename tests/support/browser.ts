import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core';

const require = createRequire(import.meta.url);
const fontsOf = (name: string, weight: string): string => join(dirname(require.resolve(`${name}/package.json`)), weight);

/** The browser inside the npm package has no Chinese font: it is given the ones that documents are set in. */
function fontSettings(): string {
  const folder = join(tmpdir(), `tongtu-fonts-${process.getuid?.() ?? 0}`);
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
  const own = process.env.CHROMIUM_PATH;
  const executablePath = own ?? (await chromium.executablePath());
  const args = own
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
    viewport: { width: o.width ?? 1280, height: o.height ?? 900 },
  });
  const foreign: string[] = [];
  const errors: string[] = [];
  context.on('request', (r) => {
    const { origin, protocol } = new URL(r.url());
    if (origin !== o.origin && protocol !== 'data:' && protocol !== 'blob:') foreign.push(r.url());
  });
  const page = await context.newPage();
  page.on('pageerror', (e) => errors.push(e.message));
  page.on('console', (m) => {
    if (m.type() === 'error' && !/status of 4\d\d/.test(m.text())) errors.push(m.text());
  });
  return { page, foreign, errors, close: () => context.close() };
}
export type Window = {
  readonly page: Page;
  readonly foreign: readonly string[];
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
};
