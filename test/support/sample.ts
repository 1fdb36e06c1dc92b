import { buildGraph, type KnowledgeGraph } from '../../src/graph/build.js';
import { extract } from '../../src/pipeline.js';
import { fogangText } from './paths.js';

/** Names that nothing settles and a body that was reorganised, of which the Fogang report has none. */
const UNSETTLED =
  '英德市人民政府2015年依法行政工作情况报告\n一、工作\n市工商行政管理局、朝阳区司法局来访。推行“双公示”制度。办理行政执法案件12件。\n';

/** The year before in the same county: a count to grow from, parts that are more than their whole. */
const YEAR_BEFORE =
  '佛冈县人民政府关于2022年度法治政府建设情况的报告\n一、主要工作\n累计市场主体22724户。审结案件48件,其中维持30件、撤销26件。\n';

/** The Fogang report and small ones beside it: every query of the library has rows in it. */
export const sampleGraph = (): KnowledgeGraph =>
  buildGraph([extract(fogangText, { source: 'fogang-2023.txt' }), extract(UNSETTLED), extract(YEAR_BEFORE)]);
