import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { InputError } from '../lexicon/errors.js';
import { type Entity, type Extraction, MentionType } from '../schema/extraction.js';

const words = z.string().min(1);

/** A user's corrections, applied to what was extracted. Each may be limited to reports whose title holds `in`. */
export const Corrections = z.strictObject({
  not: z.array(z.strictObject({ text: words, type: MentionType.optional(), in: words.optional() })).default([]),
  same: z.array(z.array(words).min(2)).default([]),
  means: z.array(z.strictObject({ text: words, name: words, in: words.optional() })).default([]),
});
export type Corrections = z.infer<typeof Corrections>;

/** Reads a corrections file (YAML). @throws InputError naming the file, the entry and what is wrong with it. */
export function readCorrections(file: string): Corrections {
  if (!existsSync(file)) throw new InputError(`${file}: no such file. Check the path.`);
  let data: unknown;
  try {
    data = parse(readFileSync(file, 'utf8')) ?? {};
  } catch (error) {
    throw new InputError(`${file}: ${(error as Error).message.split('\n')[0]}. Mend the YAML and run again.`);
  }
  const result = Corrections.safeParse(data);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0];
  throw new InputError(`${file}: ${path.join('.')}: ${message}. Mend the entry and run again.`);
}

/** Applies corrections report by report, and knows which of them never matched anything. */
export class Corrector {
  private readonly unused: Set<unknown>;

  constructor(private readonly corrections: Corrections) {
    const { not, same, means } = corrections;
    this.unused = new Set([...not, ...same, ...means]);
  }

  /** The extraction as corrected: mentions that are none are gone with what was said of them, names that are one are. */
  apply(extraction: Extraction): Extraction {
    const here = ({ in: title }: { in?: string }) => title === undefined || extraction.report.title.includes(title);
    const { not, means } = this.corrections;
    const refused = not.filter(here);
    const mentions = extraction.mentions.filter(({ text, type }) => {
      const found = refused.find((n) => n.text === text && (n.type === undefined || n.type === type));
      if (found) this.unused.delete(found);
      return !found;
    });
    const gone = new Set(extraction.mentions.filter((m) => !mentions.includes(m)).map((m) => m.entity));
    for (const m of mentions) gone.delete(m.entity);
    const renamed = this.renamed(extraction, means.filter(here));
    const idOf = (id: string) => renamed.get(id)?.id ?? id;
    const entities = new Map<string, Entity>();
    for (const entity of extraction.entities) {
      if (gone.has(entity.id)) continue;
      const to = renamed.get(entity.id) ?? entity;
      entities.set(to.id, joined(entities.get(to.id), to, entity));
    }
    const relations = extraction.relations
      .filter(({ from, to }) => !gone.has(from) && !gone.has(to))
      .map((r) => ({ ...r, from: idOf(r.from), to: idOf(r.to) }))
      .filter(({ from, to }) => from !== to);
    const { reporter } = extraction.report;
    return {
      ...extraction,
      report: { ...extraction.report, ...(reporter && { reporter: idOf(reporter) }) },
      mentions: mentions.map((m) => ({ ...m, entity: idOf(m.entity) })),
      entities: [...entities.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
      relations,
    };
  }

  /** The entities that become another: by a name as written, or by one of several names that are one. */
  private renamed({ entities, mentions }: Extraction, means: Corrections['means']): Map<string, Entity> {
    const renamed = new Map<string, Entity>();
    const become = (entity: Entity, name: string) => {
      const known = entities.find((e) => e.name === name && e.type === entity.type);
      renamed.set(entity.id, known ?? { ...entity, id: entity.id.replace(/[^:]*$/, name), name });
    };
    const byId = new Map(entities.map((e) => [e.id, e]));
    for (const entry of means) {
      for (const { entity: id } of mentions.filter((m) => m.text === entry.text)) {
        const entity = byId.get(id);
        if (!entity) continue;
        become(entity, entry.name);
        this.unused.delete(entry);
      }
    }
    for (const names of this.corrections.same) {
      for (const entity of entities.filter((e) => names.slice(1).includes(e.name))) {
        become(entity, names[0]);
        this.unused.delete(names);
      }
    }
    return renamed;
  }

  /** The corrections that matched nothing in any report so far, each as it reads in the file. */
  stale(): string[] {
    return [...this.unused].map((entry) => JSON.stringify(entry));
  }
}

function joined(known: Entity | undefined, to: Entity, from: Entity): Entity {
  const aliases = [known, to, from].flatMap((e) => (e?.properties.aliases as string[] | undefined) ?? []);
  const base = known ?? to;
  return aliases.length ? { ...base, properties: { ...base.properties, aliases: [...new Set(aliases)].sort() } } : base;
}
