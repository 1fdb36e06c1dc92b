/**
 * Radicals of U+2E80–2EF3 and the ideographs that they stand for (Unicode, EquivalentUnifiedIdeograph.txt). PDFs that
 * browsers print hold them for the ideographs of the same shape.
 */
const SUPPLEMENT =
  '⺁厂⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢水⺣灬⺤爪⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱罓⺲罒⺳罓⺴罓⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒镸⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟饣⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';
const IDEOGRAPHS = new Map(
  Array.from({ length: SUPPLEMENT.length / 2 }, (_, i) => [SUPPLEMENT[2 * i], SUPPLEMENT[2 * i + 1]]),
);

/** Text with ideographs for radicals; those of U+2F00–2FDF are Unicode's own compatibility mappings. */
export const withoutRadicals = (text: string): string =>
  text.replace(/[\u2e80-\u2ef3\u2f00-\u2fdf]/g, (radical) => IDEOGRAPHS.get(radical) ?? radical.normalize('NFKC'));
