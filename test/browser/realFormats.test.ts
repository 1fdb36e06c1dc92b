import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentsIn } from '../../src/read/files.js';
import { startBrowser, visit } from '../support/browser.js';
import { sitePage } from '../support/formats.js';
import { fogangText, root } from '../support/paths.js';
import { said } from '../support/said.js';
import { scratchFolder } from '../support/scratch.js';

const scratch = scratchFolder('realFormats');
const report = fogangText.slice(fogangText.indexOf('佛冈县人民政府关于'));
const page = scratch('page.html');
let browser: Browser;

beforeAll(async () => {
  mkdirSync(scratch(), { recursive: true });
  writeFileSync(page, sitePage(report));
  browser = await startBrowser();
});
afterAll(() => browser?.close());

/** The one report of a file. */
async function only(file: string): Promise<string> {
  const [document, ...others] = await documentsIn(file);
  expect(others).toEqual([]);
  return document.text;
}

describe('the sample report, saved by real programs, gives the entities of its text', () => {
  test('a page of its site', async () => {
    expect(said(await only(page))).toEqual(said(report));
  });

  test('printed to PDF by Chromium', async () => {
    const { page: opened } = await visit(browser, `file://${page}`);
    await opened.pdf({ path: scratch('printed.pdf'), format: 'A4', margin: { left: '2cm', right: '2cm' } });
    await opened.close();
    expect(said(await only(scratch('printed.pdf')))).toEqual(said(report));
  });

  test.each(['docx', 'doc', 'pdf'])('saved as %s by LibreOffice', async (format) => {
    const office = execFileSync('bash', [`${root}scripts/office-tools.sh`], { encoding: 'utf8' }).trim();
    const text = scratch('report.txt');
    writeFileSync(text, `\ufeff${report}`);
    const profile = `-env:UserInstallation=file://${join(scratch(), 'profile')}`;
    const convert = [
      '--headless',
      profile,
      '--infilter=Text (encoded):UTF8',
      '--convert-to',
      format,
      '--outdir',
      scratch(),
    ];
    execFileSync(office, [...convert, text], { stdio: 'ignore' });
    expect(said(await only(scratch(`report.${format}`)))).toEqual(said(report));
  });
});
