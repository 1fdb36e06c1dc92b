export type Language = 'zh' | 'en';

const WORDS = {
  search: ['搜索机关、项目、文件、地名…', 'Search agencies, programmes, documents, places…'],
  searchLabel: ['搜索', 'Search'],
  results: ['搜索结果', 'Search results'],
  noResult: ['没有找到', 'Nothing found'],
  kinds: ['类别', 'Kinds'],
  report: ['报告', 'Report'],
  allReports: ['全部报告', 'All reports'],
  year: ['年份', 'Year'],
  allYears: ['全部年份', 'All years'],
  confidence: ['最低可信度', 'Confidence at least'],
  colour: ['着色', 'Colours'],
  byKind: ['按类别', 'by kind'],
  byCommunity: ['按社群', 'by community'],
  node: ['详情', 'Details'],
  indicators: ['指标', 'Indicators'],
  communities: ['社群', 'Communities'],
  text: ['原文', 'Text'],
  facts: ['事实', 'Facts'],
  counts: ['数字', 'Numbers'],
  mentions: ['提及', 'Mentions'],
  aliases: ['又称', 'Also'],
  close: ['关闭', 'Close'],
  zoomIn: ['放大', 'Zoom in'],
  zoomOut: ['缩小', 'Zoom out'],
  reset: ['全图', 'Whole graph'],
  graph: ['关系图', 'The graph'],
  graphHelp: [
    '关系图。用搜索框或“联系最多”列表以键盘选择节点。',
    'The graph. Choose a node by keyboard through the search or the list of the best-connected.',
  ],
  best: ['联系最多', 'Best connected'],
  start: [
    '点击节点或搜索名称,查看事实及其原文出处。',
    'Choose a node, or search a name, to see its facts and the sentences that they come from.',
  ],
  partly: [
    '图中共 {total} 个节点,此处显示联系最多的 {shown} 个。',
    'The graph has {total} nodes; the {shown} best-connected are shown.',
  ],
  all: ['共 {total} 个节点', '{total} nodes'],
  more: ['还有 {n} 处', '{n} more'],
  onlyCited: [
    '此页只含被引用的句子,未含全文。',
    'This page holds only the sentences that are cited, not the whole text.',
  ],
  chooseIndicator: ['选择指标', 'Choose an indicator'],
  noIndicator: ['没有可比较的指标', 'No indicator has two values to compare'],
  members: ['{n} 个成员', '{n} members'],
  noCommunity: ['没有社群', 'No communities'],
  filters: ['筛选', 'Filters'],
  other: ['English', '中文'],
  place: ['地区', 'Place'],
  value: ['数值', 'Value'],
  noWebgl: [
    '此浏览器不能绘制关系图(需要 WebGL);搜索与列表仍可用。',
    'This browser cannot draw the graph (it needs WebGL); search and lists work.',
  ],
  Report: ['报告', 'Report'],
  Agency: ['机关', 'Agency'],
  Place: ['地方', 'Place'],
  Program: ['项目', 'Programme'],
  Document: ['文件', 'Document'],
  Meeting: ['会议', 'Meeting'],
  Honor: ['荣誉', 'Honour'],
  Count: ['数字', 'Number'],
  ISSUED: ['印发', 'issued'],
  APPLIES: ['贯彻', 'applies'],
  CONVENED: ['召开', 'convened'],
  RUNS: ['推行', 'runs'],
  AWARDED: ['获得', 'was awarded'],
  COOPERATES_WITH: ['合作', 'works with'],
  MEASURED_FOR: ['计量', 'measured for'],
  SUBORDINATE_TO: ['隶属', 'subordinate to'],
  SUCCEEDED_BY: ['改组为', 'succeeded by'],
  SERVES: ['服务', 'serves'],
  PART_OF: ['属于', 'part of'],
  GROWTH_OF: ['增长', 'growth of'],
  PART_OF_COUNT: ['其中', 'part of'],
  kind: ['类型', 'kind'],
  level: ['层级', 'level'],
  code: ['代码', 'code'],
  system: ['系统', 'system'],
  title: ['标题', 'title'],
  number: ['文号', 'number'],
  edition: ['版本', 'edition'],
  body: ['会议主体', 'body'],
  session: ['届次', 'session'],
  ordinal: ['次数', 'ordinal'],
  conferredBy: ['授予单位', 'conferred by'],
  indicator: ['指标', 'indicator'],
  unit: ['单位', 'unit'],
  measure: ['性质', 'measure'],
  bound: ['精确程度', 'bound'],
  period: ['时期', 'period'],
  stance: ['语境', 'stance'],
  doubts: ['疑点', 'doubts'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type Word = keyof typeof WORDS;
let language: Language = 'zh';

/** Chooses the language of what follows. */
export function speak(chosen: Language): void {
  language = chosen;
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
}

/** A word of the page in the chosen language; {name} in it is filled in. */
export function say(word: Word, values: Record<string, string | number> = {}): string {
  return WORDS[word][language === 'zh' ? 0 : 1].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/** The word of a kind or relation, or itself where the page has none for it. */
export const sayName = (name: string): string => (name in WORDS ? say(name as Word) : name);
