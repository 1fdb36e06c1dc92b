import { once } from 'node:events';
import { TextDecoder } from 'node:util';
import { Document, Packer, Paragraph } from 'docx';
import { ZipFile } from 'yazl';

/** A ZIP archive of files. */
export async function zip(files: Readonly<Record<string, Buffer | string>>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content), name);
  archive.end();
  const parts: Buffer[] = [];
  archive.outputStream.on('data', (part: Buffer) => parts.push(part));
  await once(archive.outputStream, 'end');
  return Buffer.concat(parts);
}

/** A DOCX with a paragraph for each line. */
export const docx = (text: string): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: text.split('\n').map((line) => new Paragraph(line)) }] }));

/** Text in an encoding that Node only decodes: each character's bytes are looked up in what decoding them gives. */
export function encoded(text: string, encoding: 'gb18030' | 'big5'): Buffer {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map<string, [number, number]>();
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) {
      const character = decoder.decode(Uint8Array.of(first, second));
      if (character.length === 1 && character !== '\ufffd' && !bytes.has(character))
        bytes.set(character, [first, second]);
    }
  return Buffer.from(
    [...text].flatMap((character) => {
      const found = bytes.get(character);
      if (found) return found;
      if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)];
      throw new Error(`${character} is not in ${encoding}`);
    }),
  );
}

/** A page as a county's site would serve the report: navigation, the table, the article, a footer. */
export function sitePage(text: string, charset = 'utf-8'): string {
  const lines = text.split('\n').filter((line) => line.trim());
  const start = lines.findIndex((line) => line.startsWith('佛冈县人民政府关于'));
  const title = lines[start] ?? lines[0];
  const escaped = (line: string) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const links = (count: number) =>
    Array.from({ length: count }, (_, i) => `<li><a href="/c${i}">栏目${i}</a></li>`).join('');
  return `<!DOCTYPE html><html><head><meta charset="${charset}"><title>${escaped(title)}_佛冈县人民政府网</title>
<meta name="ArticleTitle" content="${escaped(title)}"><script>var visits = 1;</script>
<style>p{margin:0} @media print{.header,.location,.share,.footer{display:none}}</style></head><body>
<div class="header"><script>document.write("<p>访问量99999次</p>");</script><ul class="nav">${links(12)}</ul></div>
<div class="location">当前位置:首页 &gt; 政务公开</div>
<table class="info"><tr><td>索引号:</td><td>11441821007290313Q/2024-00011</td><td>分类:</td><td>其他</td></tr>
<tr><td>发布机构:</td><td>佛冈县人民政府</td><td>成文日期:</td><td>2024-01-31</td></tr></table>
<h1>${escaped(title)}</h1>
<div class="article">${lines
    .slice(start + 1)
    .map((line) => `<p style="text-indent:2em"><span>${escaped(line)}</span></p>`)
    .join('\n')}</div>
<div class="share">分享到 微信 微博</div>
<div class="footer"><p>主办:佛冈县人民政府办公室 备案号:粤ICP备05086857号</p><ul>${links(6)}</ul></div></body></html>`;
}
