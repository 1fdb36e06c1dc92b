/** A value of the table at the head of a published report, with its place in the text. */
export interface MetadataValue {
  value: string;
  start: number;
  end: number;
}

const LABELS: Record<string, readonly string[]> = {
  indexNumber: ['索引号', '索引号码'],
  publisher: ['发布机构', '发文机关', '发布单位', '公开机构', '发布机关', '公开主体', '制发机关', '信息来源'],
  issuedOn: ['成文日期', '生成日期', '公文生成日期', '发文日期', '生效日期'],
  title: ['名称', '标题', '信息名称', '公文名称'],
  documentNumber: ['文号', '发文字号', '备注/文号', '公文文号', '发文文号'],
  publishedOn: ['发布日期', '发布时间', '公开日期', '发文时间', '时间'],
  other: [
    '分类',
    '主题分类',
    '主题词',
    '来源',
    '体裁',
    '组配分类',
    '关键词',
    '内容概述',
    '有效性',
    '浏览次数',
    '服务对象',
    '公开方式',
    '公开形式',
  ],
};
export type MetadataField = 'indexNumber' | 'publisher' | 'issuedOn' | 'title' | 'documentNumber' | 'publishedOn';
export type Metadata = Partial<Record<MetadataField, MetadataValue>>;

const FIELD_OF = new Map(Object.entries(LABELS).flatMap(([field, labels]) => labels.map((l) => [l, field] as const)));
/** Sites set labels apart with spaces: 索 引 号. */
const spaced = (label: string) => [...label].join(' ?');
const LABEL = new RegExp(
  `(?<=^|[\\s\\-|【\\[])(${[...FIELD_OF.keys()]
    .sort((a, b) => b.length - a.length)
    .map(spaced)
    .join('|')})[】\\]]? ?[:：]`,
  'gm',
);
/** The table stands at the head: no further than this many characters. */
const HEAD = 3000;

/**
 * Reads the metadata table (索引号, 发布机构, 成文日期, 名称, 文号, 发布日期) from the head of a report.
 * @param text normalised text.
 */
export function readMetadata(text: string): Metadata {
  const head = text.slice(0, HEAD);
  const found = [...head.matchAll(LABEL)];
  const metadata: Metadata = {};
  found.forEach((match, i) => {
    const field = FIELD_OF.get(match[1].replaceAll(' ', ''));
    if (!field || field === 'other' || metadata[field as MetadataField]) return;
    const from = match.index + match[0].length;
    const line = head.indexOf('\n', from);
    const next = found[i + 1]?.index ?? head.length;
    const cell = head.slice(from, Math.min(line < 0 ? head.length : line, next));
    const value = cell.split(/ {2,}|\|/)[0].trim() || cell.trim();
    if (!value) return;
    const start = from + cell.indexOf(value);
    metadata[field as MetadataField] = { value, start, end: start + value.length };
  });
  return metadata;
}

/** A date of the table as YYYY-MM-DD: 2024-02-01, 2024年2月1日, 2024/2/1. */
export function isoDate(value: string | undefined): string | undefined {
  const m = value?.match(/(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})/);
  return m ? `${m[1]}-${m[2].padStart(2, '0')}-${m[3].padStart(2, '0')}` : undefined;
}
