import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { svg } from '../../../src/export/svg.js';
import { xmlText } from '../../../src/export/xml.js';
import { buildGraph } from '../../../src/graph/build.js';
import { neighbourhood } from '../../../src/graph/neighbourhood.js';
import { extract } from '../../../src/pipeline.js';
import { fogangText } from '../../support/paths.js';

const graph = buildGraph([extract(fogangText, { source: 'fogang-2023.txt' })]);

describe('neighbourhood', () => {
  test('holds the focus, what is near it, and no more than asked for', () => {
    const near = neighbourhood(graph, { focus: '粤执法', steps: 1 });
    expect(near.mapNodes((_, { name }) => name).sort()).toEqual(
      ['上线单位:25个', '佛冈县人民政府', '办理行政执法案件:5370件', '粤执法'].sort(),
    );
    expect(neighbourhood(graph, { focus: '粤执法', steps: 2, most: 10 }).order).toBe(10);
    expect(neighbourhood(graph, { most: 7 }).order).toBe(7);
  });

  test('finds a node by its alias, and says where there is none', () => {
    expect(neighbourhood(graph, { focus: '县法院', steps: 1 }).hasNode('agency:441821:佛冈县人民法院')).toBe(true);
    expect(() => neighbourhood(graph, { focus: '没有的名称' })).toThrow(/no node is named "没有的名称"/);
  });
});

describe('svg', () => {
  test('draws every node and edge with its name, the same bytes each time', () => {
    const part = neighbourhood(graph, { focus: '粤执法', steps: 2, most: 30 });
    const drawing = svg(part, '粤执法');
    expect(drawing.match(/<circle cx="\d+(\.\d)?" cy="\d+(\.\d)?" r="\d+(\.\d)?"/g)?.length).toBeGreaterThanOrEqual(30);
    expect(drawing.match(/<line /g)).toHaveLength(part.size);
    expect(drawing).toContain('>5370件</text>');
    expect(svg(part, '粤执法')).toBe(drawing);
  });

  test('a name is text, whatever it holds', () => {
    const hostile = extract(
      '佛冈县人民政府关于2023年法治政府建设情况的报告\n一、工作\n印发《<script>"&\'</办法>》。\n',
    );
    const drawing = svg(neighbourhood(buildGraph([hostile])), '<title>');
    expect(drawing).not.toMatch(/<script|<\/办法/);
    expect(drawing).toContain('&lt;script&gt;&quot;&amp;&apos;');
  });

  test('xmlText leaves nothing that XML forbids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(xmlText(text)).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff<>"']/);
        expect(() => encodeURIComponent(xmlText(text)), 'no lone surrogate').not.toThrow();
      }),
    );
  });
});
