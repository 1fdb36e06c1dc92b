import { type EdgeAttributes, type KnowledgeGraph, kindOf, type NodeAttributes } from '../graph/build.js';
import type { NodeKind } from '../schema/nodes.js';
import { relationshipKinds } from '../schema/relationships.js';
import { daysOf } from './timeline.js';

/** Terms that no vocabulary has are the project's own. */
const OWN = 'urn:gongwen:vocab:';

const PREFIXES = {
  schema: 'https://schema.org/',
  org: 'http://www.w3.org/ns/org#',
  eli: 'http://data.europa.eu/eli/ontology#',
  qb: 'http://purl.org/linked-data/cube#',
  sdmx: 'http://purl.org/linked-data/sdmx/2009/dimension#',
  measure: 'http://purl.org/linked-data/sdmx/2009/measure#',
  unitof: 'http://purl.org/linked-data/sdmx/2009/attribute#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** What each kind of node is in the common vocabularies. */
const CLASSES: Record<NodeKind, readonly string[]> = {
  Report: ['schema:Report'],
  Section: ['schema:CreativeWork'],
  Statement: ['schema:Quotation'],
  Agency: ['org:FormalOrganization', 'schema:GovernmentOrganization'],
  Place: ['schema:AdministrativeArea'],
  Program: ['schema:Service'],
  Document: ['eli:LegalResource', 'schema:Legislation'],
  Meeting: ['schema:Event'],
  Honor: ['skos:Concept'],
  Count: ['qb:Observation'],
  Indicator: ['qb:MeasureProperty', 'skos:Concept'],
};

/** Relationships that a common vocabulary has a word for. */
const PREDICATES: Partial<Record<EdgeAttributes['type'], string>> = {
  PART_OF: 'schema:isPartOf',
  MENTIONS: 'schema:mentions',
  ISSUED_BY: 'schema:publisher',
  REPORTS_ON: 'schema:spatialCoverage',
  SUBORDINATE_TO: 'org:subOrganizationOf',
  SERVES: 'schema:areaServed',
  APPLIES: 'eli:applies',
  MEASURES: 'sdmx:indicator',
  OBSERVED_IN: 'qb:dataSet',
};

/** Properties that a common vocabulary has a word for. */
const PROPERTIES: Record<string, string> = {
  name: 'schema:name',
  aliases: 'skos:altLabel',
  title: 'schema:headline',
  text: 'schema:text',
  code: 'schema:identifier',
  number: 'eli:id_local',
  documentNumber: 'schema:identifier',
  value: 'measure:obsValue',
  unit: 'unitof:unitMeasure',
  source: 'schema:url',
  order: 'schema:position',
};
/** An agency issued it: the document is passed by the agency, so the direction turns. */
const REVERSED: Partial<Record<EdgeAttributes['type'], string>> = { ISSUED: 'eli:passed_by', AWARDED: `${OWN}heldBy` };

const own = (property: string) => OWN + property;

/** An id as an IRI: what a URN does not take is percent-encoded. */
export const iri = (id: string): string =>
  `urn:gongwen:${encodeURIComponent(Buffer.from(id).toString()).replaceAll("'", '%27')}`;

type Item = Record<string, unknown>;

function put(item: Item, property: string, value: unknown): void {
  const known = item[property];
  item[property] = known === undefined ? value : Array.isArray(known) ? [...known, value] : [known, value];
}

/** A number's decimal digits without an exponent, which xsd:decimal does not have. */
function digits(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  return /e/.test(String(value)) ? value.toFixed(20).replace(/\.?0+$/, '') : String(value);
}

/** A value as xsd:decimal: 4.77 stays 4.77. */
const decimal = (value: unknown, exact: unknown) => ({
  '@type': 'xsd:decimal',
  '@value': String(exact ?? digits(Number(value))),
});

/** The first or the last day of a period as xsd:date. */
const day = (date: unknown, end: 'start' | 'end') => ({ '@type': 'xsd:date', '@value': daysOf(String(date))[end] });

function itemOf(id: string, { labels, ...properties }: NodeAttributes): Item {
  const kind = kindOf({ labels });
  const item: Item = { '@id': iri(id), '@type': [...CLASSES[kind], own(kind)] };
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'value') put(item, PROPERTIES.value, decimal(value, properties.exact));
    else if (name === 'period') put(item, 'sdmx:refPeriod', String(value));
    else if (name === 'periodFrom') put(item, own(name), day(value, 'start'));
    else if (name === 'periodTo') put(item, own(name), day(value, 'end'));
    else if (name === 'issuedOn' || name === 'publishedOn') put(item, 'schema:datePublished', String(value));
    else if (name === 'report') put(item, own('report'), { '@id': iri(String(value)) });
    else for (const one of Array.isArray(value) ? value : [value]) put(item, PROPERTIES[name] ?? own(name), one);
  }
  return item;
}

/** A fact that a sentence states, as a statement about the triple: where it stands and how sure it is. */
function factOf(key: string, { type, report, statement, ...rest }: EdgeAttributes, from: string, to: string): Item {
  const item: Item = {
    '@id': iri(`fact:${key}`),
    '@type': 'rdf:Statement',
    'rdf:subject': { '@id': iri(from) },
    'rdf:predicate': { '@id': PREDICATES[type] ?? own(type) },
    'rdf:object': { '@id': iri(to) },
    'prov:wasQuotedFrom': { '@id': iri(String(statement ?? report)) },
  };
  for (const [name, value] of Object.entries(rest)) item[own(name)] = value;
  return item;
}

const isStated = (type: EdgeAttributes['type']) => 'confidence' in relationshipKinds[type].properties.shape;

/**
 * A graph as JSON-LD 1.1, one node or fact a line, in pieces. Agencies are W3C ORG's, documents ELI's, counts
 * observations of the RDF Data Cube, the rest schema.org's; what these lack is in urn:gongwen:vocab:. The context is in
 * it: nothing is fetched.
 */
export function* jsonld(graph: KnowledgeGraph): Generator<string> {
  yield `{"@context":${JSON.stringify(PREFIXES)},"@graph":[\n`;
  let first = true;
  for (const { node: id, attributes } of graph.nodeEntries()) {
    const item = itemOf(id, attributes);
    graph.forEachOutEdge(id, (_key, { type }, _from, to) => {
      if (!REVERSED[type]) put(item, PREDICATES[type] ?? own(type), { '@id': iri(to) });
    });
    graph.forEachInEdge(id, (_key, { type }, from) => {
      const reversed = REVERSED[type];
      if (reversed) put(item, reversed, { '@id': iri(from) });
    });
    yield `${first ? '' : ',\n'}${JSON.stringify(item)}`;
    first = false;
  }
  for (const { edge, attributes, source, target } of graph.edgeEntries())
    if (isStated(attributes.type)) yield `,\n${JSON.stringify(factOf(edge, attributes, source, target))}`;
  yield '\n]}\n';
}
