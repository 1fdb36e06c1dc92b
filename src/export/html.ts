import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { KnowledgeGraph } from '../graph/build.js';
import { packagePath } from '../lexicon/paths.js';
import { explorerData } from './explorerData.js';
import { xmlText } from './xml.js';

const asset = (name: string) => readFileSync(packagePath(`dist/explorer/${name}`), 'utf8');
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** JSON inside a script element: no < of a report's text can end it. U+2028 and U+2029 are old JavaScript's line ends. */
export const embeddedJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

export interface PageOptions {
  /** The page's title. */
  title?: string;
  /** Whether the page may ask the server that it came from for news of the snapshot. */
  live?: boolean;
}

/**
 * The explorer as one page that needs no network: program, style and data are in it. Only that very program runs there,
 * whatever the reports' text holds (its hash is in the page's content security policy).
 */
export function explorerPage(graph: KnowledgeGraph, { title = '公文图谱', live = false }: PageOptions = {}): string {
  const [script, style] = [asset('explorer.js'), asset('explorer.css')];
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    `connect-src ${live ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="zh-CN"${live ? ' data-live' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${xmlText(policy)}">
<title>${xmlText(title)}</title>
<style>${style}</style>
</head>
<body>
<script type="application/json" id="data">${embeddedJson(explorerData(graph))}</script>
<script>${script}</script>
</body>
</html>
`;
}
