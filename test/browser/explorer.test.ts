import { mkdirSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explorerPage } from '../../src/export/html.js';
import { graphFacts, graphJson, manifestJson } from '../../src/export/snapshot.js';
import { buildGraph } from '../../src/graph/build.js';
import { extract } from '../../src/pipeline.js';
import { startBrowser, visit } from '../support/browser.js';
import { start } from '../support/command.js';
import { fogangText } from '../support/paths.js';
import { sampleGraph } from '../support/sample.js';
import { scratchFolder } from '../support/scratch.js';

const scratch = scratchFolder('explorer');
/** Where the README's pictures go when `npm run screenshots` makes them; else beside the other files of the test. */
const shots = process.env.SCREENSHOTS ?? scratch('shots');
const file = scratch('explorer.html');
const address = `file://${file}`;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  writeFileSync(file, explorerPage(sampleGraph()));
  browser = await startBrowser();
});
afterAll(() => browser?.close());

/** Lets the drawing settle before it is photographed. */
const photograph = async (page: Page, name: string) => {
  await wait(600);
  await page.screenshot({ path: join(shots, name) });
};

async function search(page: Page, name: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(name);
  await page.getByRole('option', { name, exact: false }).first().waitFor();
  await page.keyboard.press('Enter');
}

async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`);
}

describe('the explorer, opened from a file', () => {
  test('search 粤执法, open its 5370 cases, see the sentence in the text', async () => {
    const { page, complaints } = await visit(browser, address);
    await search(page, '粤执法');
    await page.getByRole('heading', { name: '粤执法' }).waitFor();
    await photograph(page, 'explorer.png');
    await page.getByRole('button', { name: '5370件 办理行政执法案件' }).click();
    await page.getByRole('heading', { name: /5370件/ }).waitFor();
    await page
      .getByRole('button', { name: /2023年,我县25个上线单位/ })
      .first()
      .click();
    const chosen = page.locator('.reader .chosen');
    expect(await chosen.textContent()).toBe('2023年,我县25个上线单位运用“粤执法”办理行政执法案件共计5370件。');
    expect(await chosen.locator('mark').textContent()).toContain('5370件');
    expect(await page.locator('.panel').evaluate((panel) => panel.scrollTop)).toBeGreaterThan(100);
    await photograph(page, 'explorer-text.png');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('a link brings back the view, and the back button the one before', async () => {
    const { page } = await visit(browser, address);
    await search(page, '粤执法');
    await page.getByRole('button', { name: '佛冈县人民政府' }).first().click();
    await page.getByRole('heading', { name: '佛冈县人民政府' }).waitFor();
    const link = page.url();
    await page.goBack();
    await page.getByRole('heading', { name: '粤执法' }).waitFor();
    const { page: other } = await visit(browser, link);
    await other.getByRole('heading', { name: '佛冈县人民政府' }).waitFor();
    await page.close();
    await other.close();
  });

  test('filters leave what they say', async () => {
    const { page, complaints } = await visit(browser, address);
    await search(page, '佛冈县人民政府');
    const facts = page.locator('.panel section').filter({ hasText: '事实' }).locator('li');
    const all = await facts.count();
    await page.getByLabel('年份').selectOption('2022');
    await expect.poll(() => facts.count()).toBeLessThan(all);
    await page.getByLabel('年份').selectOption('');
    await page.getByLabel('最低可信度').fill('1');
    await expect.poll(() => facts.count()).toBeLessThan(all);
    expect(page.url()).toContain('confidence=1');
    await page.getByLabel('最低可信度').fill('0');
    await page.getByLabel('项目').uncheck();
    await page.getByLabel('着色').selectOption('community');
    expect(new URL(page.url()).hash).toContain('hide=Program');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('speaks Chinese and English', async () => {
    const { page } = await visit(browser, address);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('tab', { name: 'Indicators' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(page.url()).toContain('lang=en');
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('tab', { name: '社群' }).click();
    await page.close();
    const { page: english } = await visit(browser, address, { locale: 'en-GB' });
    await english.getByRole('tab', { name: 'Communities' }).waitFor();
    await english.close();
  });

  test('indicators are drawn over the years, and their values lead to the text', async () => {
    const { page } = await visit(browser, address);
    await page.getByRole('tab', { name: '指标' }).click();
    const names = await page.getByLabel('选择指标').locator('option').allTextContents();
    const market = names.find((n) => n.includes('经营主体') || n.includes('市场主体'));
    await page.getByLabel('选择指标').selectOption({ label: String(market) });
    expect(await page.locator('figure svg circle').count()).toBe(2);
    const years = await page.locator('tbody tr td:first-child').allTextContents();
    expect(years).toEqual(['2022', '2023']);
    await page.getByRole('button', { name: '2.2724万户' }).click();
    expect(await page.locator('.reader .chosen').textContent()).toContain('22724户');
    await page.close();
  });

  test('a community can be looked at alone', async () => {
    const { page } = await visit(browser, address);
    await page.getByRole('tab', { name: '社群' }).click();
    const first = page.locator('.communities button').first();
    await first.click();
    expect(await page.locator('.communities button').first().getAttribute('aria-pressed')).toBe('true');
    expect(page.url()).toContain('community=0');
    await page.close();
  });

  test('every part is reached by keyboard alone', async () => {
    const { page } = await visit(browser, address);
    await page.keyboard.press('/');
    await page.keyboard.type('政府');
    await page.keyboard.press('ArrowDown');
    const active = await page.getByRole('combobox').first().getAttribute('aria-activedescendant');
    expect(active).toBe('result-1');
    await page.keyboard.press('Enter');
    await page.locator('.panel h2').waitFor();
    await page.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('指标');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-indicators');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('详情');
    await page.close();
  });

  test.each([
    ['a laptop', 1280, 800],
    ['a phone', 390, 844],
  ])('on %s nothing is cut off, and axe finds no serious fault in any view', async (name, width, height) => {
    const { page } = await visit(browser, address, { width, height });
    for (const hash of ['', '#node=program:粤执法', '#tab=text', '#tab=indicators', '#tab=communities']) {
      await page.goto(address + hash);
      await page.reload();
      await page.locator('.panel > *').first().waitFor();
      expect(await seriousFaults(page), `${name} ${hash}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await page.goto(`${address}#node=program:粤执法`);
    await page.reload();
    if (name === 'a phone') await photograph(page, 'explorer-phone.png');
    await page.close();
  });
});

test('what a report holds shows as text: scripts, links, broken markup', async () => {
  const hostile = `英德市人民政府关于2023年度“</title><script>alert(1)</script>”法治政府建设情况的报告
一、主要工作
推行“<img src=x onerror=alert(2)>”制度办理案件8件。印发《javascript:alert(3)办法》《</script><script>alert(4)</script>办法》。
推行“'"><svg/onload=alert(5)>”机制。
`;
  const page = scratch('hostile.html');
  writeFileSync(page, explorerPage(buildGraph([extract(hostile), extract(fogangText)]), { title: '</title><b>标题' }));
  const { page: opened, complaints } = await visit(browser, `file://${page}`);
  await opened.getByRole('tab', { name: '原文' }).click();
  const titles = await opened.getByLabel('报告', { exact: true }).locator('option').allTextContents();
  const index = titles.findIndex((t) => t.includes('英德市'));
  await opened.getByLabel('报告', { exact: true }).selectOption(String(index - 1));
  expect(await opened.locator('.reader').textContent()).toContain('<img src=x onerror=alert(2)>');
  expect(await opened.locator('.reader').textContent()).toContain('</script><script>alert(4)</script>');
  await search(opened, 'javascript:alert(3)办法');
  await opened.getByRole('heading', { name: 'javascript:alert(3)办法' }).waitFor();
  expect(await opened.locator('script').count()).toBe(2);
  expect(await opened.locator('body img, body b, body a').count()).toBe(0);
  expect(complaints).toEqual([]);
  await opened.close();
});

/** The answer to a request that names another host, as a page whose name was pointed at this machine would send it. */
const statusFor = (address: string, host: string) =>
  new Promise((resolve, reject) => {
    get(address, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });

test('gongwen explore serves it on this machine alone, and the page follows the snapshot', async () => {
  const write = (texts: string[]) => {
    const reports = texts.map((t) => extract(t));
    const graph = buildGraph(reports);
    mkdirSync(scratch('live'), { recursive: true });
    const entries = reports.map(({ report: { id, title, sha256 } }) => ({ id, title, sha256, warnings: [] }));
    writeFileSync(scratch('live/manifest.json'), manifestJson(graphFacts(graph), entries));
    writeFileSync(scratch('live/graph.json'), graphJson(graph));
  };
  write([fogangText]);
  const { child, done } = start(['explore', scratch('live'), '--port', '0']);
  const served = await new Promise<string>((resolve) => {
    child.stdout?.on('data', (line) => resolve(/http:\/\/127\.0\.0\.1:\d+\//.exec(String(line))?.[0] ?? ''));
  });
  const { page, complaints } = await visit(browser, served);
  await search(page, '粤执法');
  write([fogangText, '英德市人民政府关于2023年度法治政府建设情况的报告\n一、主要工作\n市司法局推行“粤执法”。\n']);
  await page.getByRole('button', { name: '英德市司法局' }).waitFor({ timeout: 20_000 });
  await page.getByRole('heading', { name: '粤执法' }).waitFor();
  expect(complaints).toEqual([]);
  expect(await statusFor(served, 'example.org')).toBe(403);
  expect(await statusFor(served, '127.0.0.1')).toBe(200);
  expect((await fetch(`${served}../package.json`)).status).toBe(404);
  await page.close();
  child.kill('SIGINT');
  expect((await done).code).toBe(0);
});
