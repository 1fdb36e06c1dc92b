import { execFileSync } from 'node:child_process';
import { type Browser, chromium, type Page } from 'playwright-core';
import { root } from './paths.js';

/** Starts the real Chromium that scripts/browser-tools.sh finds or installs; it draws WebGL without a graphics card. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = execFileSync('bash', [`${root}scripts/browser-tools.sh`], { encoding: 'utf8' }).trim();
  const args = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox', ...args] : args });
}

export interface Visit {
  page: Page;
  /** What the page complained of: errors on the console, exceptions, requests that left the machine. */
  complaints: string[];
}

/** Opens an address in a window of its own, and notes what goes wrong there. */
export async function visit(
  browser: Browser,
  address: string,
  { width = 1280, height = 800, locale = 'zh-CN' } = {},
): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width, height }, locale, reducedMotion: 'reduce' });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error.stack)));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(file|data|blob):|^http:\/\/127\.0\.0\.1:/.test(request.url())) complaints.push(`asks ${request.url()}`);
  });
  await page.goto(address);
  return { page, complaints };
}
