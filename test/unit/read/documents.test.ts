import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/pipeline.js';
import { documentsOf } from '../../../src/read/documents.js';
import { documentsIn, reportFiles } from '../../../src/read/files.js';
import { joinLines } from '../../../src/read/formats/pdf.js';
import { withoutRadicals } from '../../../src/read/formats/radicals.js';
import { docx, encoded, sitePage, zip } from '../../support/formats.js';
import { fogangText } from '../../support/paths.js';
import { said } from '../../support/said.js';
import { scratchFolder } from '../../support/scratch.js';

const scratch = scratchFolder('documents');
/** The report without what its site puts before it. */
const report = fogangText.slice(fogangText.indexOf('佛冈县人民政府关于'));
const SHORT =
  '英德市人民政府关于2023年度法治政府建设情况的报告\n一、主要工作\n市司法局运用“粤执法”办理行政执法案件8件。\n';

async function texts(bytes: Buffer | string, source = 'file'): Promise<{ source: string; text: string }[]> {
  const found = [];
  for await (const { source: from, text } of documentsOf(source, Buffer.from(bytes)))
    found.push({ source: from, text });
  return found;
}
const only = async (bytes: Buffer | string) => {
  const found = await texts(bytes);
  expect(found).toHaveLength(1);
  return found[0].text;
};

describe('text in its encodings', () => {
  test.each([
    ['UTF-8', Buffer.from(SHORT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${SHORT}`)],
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${SHORT}`, 'utf16le')],
    ['UTF-16BE with a mark', Buffer.from(`\ufeff${SHORT}`, 'utf16le').swap16()],
    ['UTF-16LE without a mark', Buffer.from(SHORT, 'utf16le')],
    ['UTF-16BE without a mark', Buffer.from(SHORT, 'utf16le').swap16()],
    ['GB18030', encoded(SHORT, 'gb18030')],
  ])('%s reads as the same text', async (_name, bytes) => {
    expect(await only(bytes)).toBe(SHORT);
  });

  test('Big5, in traditional characters, gives the entities of the simplified text at the same offsets', async () => {
    const traditional =
      '英德市人民政府關於2023年度法治政府建設情況的報告\n一、主要工作\n市司法局運用「粵執法」辦理行政執法案件8件。\n';
    const text = await only(encoded(traditional, 'big5'));
    expect(text).toBe(traditional);
    const simplified = traditional.replace(
      /[關於設況報運粵執辦]/g,
      (c) => '关于设况报运粤执办'['關於設況報運粵執辦'.indexOf(c)],
    );
    expect(said(text)).toEqual(said(simplified));
    const { mentions } = extract(text);
    for (const { start, end, text: words } of mentions) expect(traditional.slice(start, end)).toBe(words);
    expect(mentions.map((m) => m.entity)).toContain('agency:441881:英德市司法局');
  });

  test('a simplified report with an old character stays as it is', () => {
    expect(extract(`${SHORT}乾隆年间建的乾县古城。\n`).report.title).toContain('法治政府建设');
    expect(extract(`${SHORT}县政府推行“乾安”服务。\n`).entities.map((e) => e.name)).toContain('乾安');
  });
});

describe('formats, told by content', () => {
  test('an HTML page gives the report of its text, with the table and without navigation and footer', async () => {
    const text = await only(sitePage(fogangText));
    expect(text).toContain('索引号:11441821007290313Q/2024-00011');
    expect(text).not.toMatch(/栏目|备案号|访问量|分享到/);
    expect(said(text)).toEqual(said(report));
    expect(extract(text).report).toMatchObject({
      indexNumber: '11441821007290313Q/2024-00011',
      issuedOn: '2024-01-31',
    });
  });

  test('a page in GBK names its encoding', async () => {
    const page = sitePage(SHORT, 'gb2312');
    expect(await only(encoded(page, 'gb18030'))).toContain('市司法局运用“粤执法”办理行政执法案件8件。');
  });

  test('DOCX, with the entities of the text', async () => {
    expect(said(await only(await docx(report)))).toEqual(said(report));
  });

  test('Markdown without its marks', async () => {
    const marked = `# ${SHORT.split('\n')[0]}\n\n## 一、主要工作\n\n- **市司法局**运用[“粤执法”](http://x)办理行政执法案件8件。\n\n| 指标 | 数 |\n| --- | --- |\n| 案件 | 8件 |\n`;
    const text = await only(marked);
    expect(text).not.toMatch(/[*#|[\]]/);
    expect(text).toContain('市司法局运用“粤执法”办理行政执法案件8件。');
  });

  test('JSON Lines and CSV with a text column, a report a row, a title before its text', async () => {
    const rows = [SHORT, SHORT.replace('英德', '连州')];
    const jsonl = await texts(rows.map((text) => JSON.stringify({ id: 1, text })).join('\n'), 'a.jsonl');
    expect(jsonl).toEqual(rows.map((text, i) => ({ source: `a.jsonl#${i + 1}`, text })));
    const csv = `标题,正文\n报告甲,"说""好""
两行"\n${SHORT.split('\n')[0]},"${SHORT}"\n`;
    expect(await texts(csv, 'a.csv')).toEqual([
      { source: 'a.csv#1', text: '报告甲\n说"好"\n两行' },
      { source: 'a.csv#2', text: SHORT },
    ]);
  });

  test('a ZIP of all of these, its names from Windows or not', async () => {
    const archive = await zip({
      'b/2.txt': SHORT,
      'a.docx': await docx(SHORT),
      'in.zip': await zip({ 'x.txt': SHORT }),
    });
    const found = await texts(archive, 'all.zip');
    expect(found.map((d) => d.source)).toEqual(['all.zip/a.docx', 'all.zip/b/2.txt', 'all.zip/in.zip/x.txt']);
    for (const { text } of found) expect(text.trim()).toBe(SHORT.trim());
  });
});

describe('folders', () => {
  test('give all their files, whatever the ending, none that a link leads to outside, none that is hidden', () => {
    mkdirSync(scratch('in/deep'), { recursive: true });
    mkdirSync(scratch('outside'), { recursive: true });
    for (const f of ['in/b.html', 'in/a', 'in/deep/c.txt', 'in/.hidden', 'in/picture.png', 'outside/secret.txt'])
      writeFileSync(scratch(f), SHORT);
    symlinkSync(scratch('outside/secret.txt'), scratch('in/link.txt'));
    symlinkSync(scratch('outside'), scratch('in/away'));
    symlinkSync(scratch('in/a'), scratch('in/same.txt'));
    expect(reportFiles([scratch('in')])).toEqual(
      ['in/a', 'in/b.html', 'in/deep/c.txt', 'in/same.txt'].map((f) => scratch(f)),
    );
  });

  test('what is not there, a folder without reports, and a folder for a file are said', async () => {
    mkdirSync(scratch('none'), { recursive: true });
    expect(() => reportFiles([scratch('gone')])).toThrow(/gone: no such file or folder/);
    expect(() => reportFiles([scratch('none')])).toThrow(/none: no reports in this folder/);
    await expect(documentsIn(scratch('none'))).rejects.toThrow(/is a folder/);
  });
});

describe('what cannot be read is said in one line', () => {
  const bomb = async () => zip({ 'big.txt': Buffer.alloc(101 * 2 ** 20, 'a') });
  test.each([
    ['nothing', Buffer.alloc(0), /^file: empty/],
    ['blanks', Buffer.from(' \n\n'), /^file: empty/],
    ['a control character', Buffer.from('报\x01告'), /^file:1: a control character/],
    ['bytes of no encoding', Buffer.from([0xff, 0xff, 0x80, 0x81, 0xff, 0x81]), /^file: not text in UTF-8/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), /^file(?::\d+)?: /],
    ['a PDF cut off', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Cat'), /^file: a PDF that cannot be read/],
    ['a ZIP cut off', Buffer.from('PK\x03\x04\x14\0'), /^file: a ZIP archive that cannot be read/],
    [
      'a damaged .doc',
      Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex'),
      /^file: a Word file that cannot be read/,
    ],
    ['JSON Lines that break off', Buffer.from('{"text":"报告"}\n{"text":'), /^file:2: not JSON/],
    ['JSON Lines without text', Buffer.from('{"text":"报告"}\n{"words":"x"}'), /^file:2: no text\. Name its field/],
  ])('%s', async (_name, bytes, why) => {
    await expect(texts(bytes)).rejects.toThrow(why);
  });

  test('a ZIP bomb, an encrypted ZIP, archives in archives in archives', async () => {
    await expect(texts(await bomb())).rejects.toThrow(/unpacks to more than 100 MB/);
    const plain = await zip({ 'a.txt': SHORT });
    const local = Buffer.from(plain);
    const central = local.lastIndexOf(Buffer.from('PK\x01\x02'));
    local.writeUInt16LE(local.readUInt16LE(central + 8) | 1, central + 8);
    await expect(texts(local)).rejects.toThrow(/encrypted|cannot be read/);
    let nested = plain;
    for (let i = 0; i < 5; i++) nested = await zip({ 'in.zip': nested });
    await expect(texts(nested)).rejects.toThrow(/archives within archives/);
  });

  test('a size that lies does not unpack more than is read', async () => {
    const honest = await zip({ 'a.txt': 'x' });
    const data = deflateRawSync(Buffer.alloc(2 ** 20, 'a'));
    const central = honest.lastIndexOf(Buffer.from('PK\x01\x02'));
    const local = Buffer.concat([honest.subarray(0, 30 + 5), data, honest.subarray(central)]);
    await expect(texts(local)).rejects.toThrow(/cannot be read/);
  });

  test('a page nested without end', async () => {
    const deep = `<html><body>${'<div>'.repeat(100_000)}报告`;
    await expect(texts(deep)).rejects.toThrow(/nested deeper/);
  });
});

describe('PDF text', () => {
  test('radicals become the ideographs that they stand for', () => {
    expect(withoutRadicals('⼈⺠政府⻰⼭镇')).toBe('人民政府龙山镇');
  });

  test('lines that the margin broke are joined; headings, page numbers and ends of sentences are not', () => {
    const lines = [
      '佛冈县报告',
      '一、工作',
      '我县推行“粤执法”办理行政执法案件五千三百七十件,同比',
      '增长百分之五。',
      '- 1 -',
      '印发办法,规范执法行为,提升执法质效,促进依法行政工作再',
      '上台阶。',
      '二、问题',
    ];
    expect(joinLines(lines).split('\n')).toEqual([
      '佛冈县报告',
      '一、工作',
      '我县推行“粤执法”办理行政执法案件五千三百七十件,同比增长百分之五。',
      '印发办法,规范执法行为,提升执法质效,促进依法行政工作再上台阶。',
      '二、问题',
    ]);
  });
});
