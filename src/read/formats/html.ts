import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { normalise } from '../../language/normalise.js';
import { InputError } from '../../lexicon/errors.js';
import { readMetadata } from '../metadata.js';

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TFOOT THEAD TR UL'.split(
    ' ',
  ),
);
const SKIPPED = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME SVG BUTTON SELECT INPUT'.split(' '));
const CELLS = new Set(['TD', 'TH']);
const TEXT = 3;
const ELEMENT = 1;

interface PageNode {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  firstChild: PageNode | null;
  nextSibling: PageNode | null;
  parentNode: PageNode | null;
}

/** The lines of a page as a reader sees them: blocks on lines of their own, cells two spaces apart. */
class PageLines {
  private readonly lines: string[] = [];
  private line: string[] = [];

  private breakLine(): void {
    const text = this.line.join('').replace(/ {3,}/g, '  ').trim();
    if (text) this.lines.push(text);
    this.line = [];
  }

  /** @returns whether what is in the node is to be read too. */
  enter({ nodeType, nodeName, textContent }: PageNode): boolean {
    if (nodeType === TEXT) this.line.push((textContent ?? '').replace(/[ \t\r\n\f]+/g, ' '));
    const name = nodeName.toUpperCase();
    if (nodeType !== ELEMENT || SKIPPED.has(name)) return false;
    if (name === 'BR' || BLOCKS.has(name)) this.breakLine();
    return true;
  }

  leave({ nodeType, nodeName }: PageNode): void {
    if (nodeType !== ELEMENT) return;
    const name = nodeName.toUpperCase();
    if (BLOCKS.has(name)) this.breakLine();
    else if (CELLS.has(name)) this.line.push('  ');
  }

  text(): string {
    this.breakLine();
    return this.lines.join('\n');
  }
}

/** The text under a node. Walks without recursion: a page may be nested deeper than the stack. */
function blockText(root: PageNode): string {
  const lines = new PageLines();
  let node: PageNode = root;
  for (;;) {
    const down: PageNode | null = lines.enter(node) ? node.firstChild : null;
    if (down) {
      node = down;
      continue;
    }
    lines.leave(node);
    while (node !== root && !node.nextSibling) {
      node = node.parentNode ?? root;
      lines.leave(node);
    }
    if (node === root) return lines.text();
    node = node.nextSibling as PageNode;
  }
}

const chinese = (text: string) => text.match(/[\u3400-\u9fff]/g)?.length ?? 0;

/** The table at the head of a page (索引号, 发布机构 …), which the main text leaves out, as lines of label and value. */
function metadataLines(page: string, main: string): string[] {
  const inMain = readMetadata(normalise(main));
  const labels = {
    indexNumber: '索引号',
    publisher: '发布机构',
    issuedOn: '成文日期',
    title: '名称',
    documentNumber: '文号',
    publishedOn: '发布日期',
  } as const;
  const found = readMetadata(normalise(page));
  return Object.entries(labels).flatMap(([field, label]) => {
    const value = found[field as keyof typeof labels];
    if (!value || field in inMain) return [];
    return [`${label}:${page.slice(value.start, value.end)}`];
  });
}

/** Pages nested deeper than this are no reports, and a tree of them would not fit the stack. */
const DEEPEST = 2000;

/** How deep tags are nested, roughly: a quick look before a tree is made of them. */
function depthOf(html: string): number {
  let [depth, deepest] = [0, 0];
  for (const [, close, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (/^(?:br|img|meta|link|input|hr|p|li|td|tr|th|col|dt|dd|option)$/i.test(name)) continue;
    depth = Math.max(0, depth + (close ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** The title that a page gives itself: that of its article, else its heading. */
function titleOf(document: Document): string | undefined {
  const named = document.querySelector('meta[name="ArticleTitle" i]')?.getAttribute('content');
  const heading = document.querySelector('h1')?.textContent;
  return (named ?? heading ?? undefined)?.replace(/\s+/g, ' ').trim() || undefined;
}

/**
 * The report of a page: its metadata table, its title and its main text, without navigation, footers and scripts.
 * Nothing that the page names is fetched, no script runs.
 * @throws InputError for a page that is no tree.
 */
export function htmlText(html: string, source: string): string {
  try {
    return pageText(html, source);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${source}: a page that cannot be read (${(error as Error).message.split('\n')[0]}).`);
  }
}

function pageText(html: string, source: string): string {
  if (depthOf(html) > DEEPEST)
    throw new InputError(`${source}: tags nested deeper than ${DEEPEST}; not a report's page.`);
  const { document } = parseHTML(html);
  const body = document.body ?? document.documentElement;
  if (!body) throw new InputError(`${source}: a page without content.`);
  const page = blockText(body as unknown as PageNode);
  const title = titleOf(document);
  // The serializer gives the article as a tree: it is walked as the page is.
  const options = { charThreshold: 100, serializer: (node: Node) => node as unknown as PageNode };
  const article = new Readability(document, options).parse()?.content;
  const main = article ? blockText(article) : '';
  // What is too little of the page is not its report: a list of links, a banner.
  const text = chinese(main) >= chinese(page) * 0.3 ? main : page;
  const lines = [...metadataLines(page, text)];
  if (title && !text.slice(0, 400).includes(title) && chinese(title) > 5) lines.push(title);
  return [...lines, text].join('\n');
}
