import { buildGraph, type KnowledgeGraph } from '../../src/graph/build.js';
import { extract } from '../../src/pipeline.js';
import { fogangText } from './paths.js';

/** Names that nothing settles and a body that was reorganised, of which the Fogang report has none. */
const UNSETTLED = '英德市人民政府2015年依法行政工作情况报告\n一、工作\n市工商行政管理局、朝阳区司法局来访。\n';

/** The Fogang report and a small one beside it: every query of the library has rows in it. */
export const sampleGraph = (): KnowledgeGraph =>
  buildGraph([extract(fogangText, { source: 'fogang-2023.txt' }), extract(UNSETTLED)]);
