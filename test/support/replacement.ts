import { expect } from 'vitest';
import { buildGraph } from '../../src/graph/build.js';
import { extract } from '../../src/pipeline.js';
import type { Extraction } from '../../src/schema/extraction.js';
import { loadGraph, unload } from '../../src/store/load.js';
import type { GraphStore } from '../../src/store/store.js';
import { dump } from './dump.js';

const report = (place: string, sentence: string) =>
  extract(`${place}人民政府关于2023年度法治政府建设情况的报告\n一、主要工作\n${sentence}\n`, {
    source: `${place}.txt`,
  });

const english = () => report('英德市', '运用“粤执法”办案8件。县法院参与,贯彻国务院部署。');
const first = () => report('连州市', '市司法局推行“粤执法”,印发《旧办法》。');
const edited = () => report('连州市', '市财政局推行“粤执法”,印发《新办法》。');

async function loaded(store: GraphStore, ...loads: Extraction[][]): Promise<Awaited<ReturnType<typeof dump>>> {
  try {
    for (const reports of loads) await loadGraph(store, buildGraph(reports));
    return await dump(store);
  } finally {
    await store.close();
  }
}

/** A report's load replaces all that it contributed before, and nothing that others say. */
export async function replacement(empty: () => GraphStore | Promise<GraphStore>): Promise<void> {
  const after = await loaded(await empty(), [english(), first()], [edited()]);
  expect(after).toEqual(await loaded(await empty(), [english(), edited()]));
  const everything = JSON.stringify(after);
  expect(everything).toContain('新办法');
  expect(everything).toContain('国务院');
  expect(everything).not.toContain('旧办法');
  expect(everything).not.toContain('连州市司法局');
}

/** Reports taken out and brought back, and loaded in another order, give the graph that one load gives. */
export async function unloading(empty: () => GraphStore | Promise<GraphStore>): Promise<void> {
  const both = await loaded(await empty(), [english(), first()]);
  const store = await empty();
  try {
    await loadGraph(store, buildGraph([first()]));
    await loadGraph(store, buildGraph([english()]));
    expect(await dump(store)).toEqual(both);
    expect(await unload(store, 'nothing')).toEqual([]);
    expect(await unload(store, first().report.title)).toEqual([first().report.id]);
    const alone = await dump(store);
    await loadGraph(store, buildGraph([first()]));
    expect(await dump(store)).toEqual(both);
    await unload(store, first().report.id);
    await unload(store, '英德市.txt');
    expect(await dump(store)).toEqual({ nodes: [], relationships: [] });
    await loadGraph(store, buildGraph([english()]));
    expect(await dump(store)).toEqual(alone);
  } finally {
    await store.close();
  }
}
