import fc from 'fast-check';
import jsonldProcessor from 'jsonld';
import { describe, expect, test } from 'vitest';
import { iri, jsonld } from '../../../src/export/jsonld.js';
import type { KnowledgeGraph } from '../../../src/graph/build.js';
import { hostileGraph, hostileUnicode } from '../../support/generated.js';
import { sampleGraph } from '../../support/sample.js';

const parsed = (graph: KnowledgeGraph) => JSON.parse([...jsonld(graph)].join(''));
/** A processor that fetches nothing and refuses what it would have to drop. */
const strict = {
  safe: true,
  documentLoader: async (url: string) => {
    throw new Error(`fetches ${url}`);
  },
};

describe('JSON-LD', () => {
  test('a processor expands it without loss and without the network', async () => {
    const graph = sampleGraph();
    const items = (await jsonldProcessor.expand(parsed(graph), strict)) as Record<string, unknown>[];
    const ids = new Map(items.map((i) => [i['@id'], i]));
    expect(graph.nodes().every((id) => ids.has(iri(id)))).toBe(true);
    const agency = ids.get(iri('agency:441821:佛冈县人民政府'));
    expect(agency?.['@type']).toContain('http://www.w3.org/ns/org#FormalOrganization');
    const count = items.find((i) => JSON.stringify(i['https://schema.org/text']) === '[{"@value":"5370件"}]');
    expect(count).toMatchObject({
      '@type': expect.arrayContaining(['http://purl.org/linked-data/cube#Observation']),
      'http://purl.org/linked-data/sdmx/2009/measure#obsValue': [
        { '@type': 'http://www.w3.org/2001/XMLSchema#decimal', '@value': '5370' },
      ],
    });
    const facts = items.filter((i) => String(i['@type']).includes('rdf-syntax-ns#Statement'));
    const stated = graph.filterEdges((_, { confidence }) => confidence !== undefined);
    expect(facts).toHaveLength(stated.length);
  });

  test('as RDF, a document knows who passed it and an agency what it is under', async () => {
    const quads = (await jsonldProcessor.toRDF(parsed(sampleGraph()), {
      ...strict,
      format: 'application/n-quads',
    })) as unknown as string;
    const line = (s: string, p: string, o: string) => `<${iri(s)}> <${p}> <${iri(o)}> .`;
    expect(quads).toContain(
      line(
        'document:441821:佛冈县乡镇综合行政执法工作参考',
        'http://data.europa.eu/eli/ontology#passed_by',
        'agency:441821:佛冈县人民政府',
      ),
    );
    expect(quads).toContain('http://www.w3.org/ns/org#subOrganizationOf');
  });

  test('whatever names and numbers hold, the processor takes it', async () => {
    await fc.assert(
      fc.asyncProperty(hostileGraph(hostileUnicode), async (graph) => {
        const items = (await jsonldProcessor.expand(parsed(graph), strict)) as Record<string, unknown>[];
        const names = items.map((i) => (i['https://schema.org/name'] as { '@value': string }[])?.[0]?.['@value']);
        for (const name of graph.mapNodes((_, a) => a.name)) expect(names).toContain(name);
        for (const item of items)
          for (const { '@value': value } of (item['http://purl.org/linked-data/sdmx/2009/measure#obsValue'] ?? []) as {
            '@value': string;
          }[])
            expect(value).toMatch(/^-?\d+(\.\d+)?$/);
      }),
      { numRuns: 40 },
    );
  });
});
