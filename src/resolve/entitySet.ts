import type { Entity } from '../schema/extraction.js';

/** Kinds that are not named in several forms. */
const UNNAMED = new Set<Entity['type']>(['Count', 'Date']);

/** The entities of one report, each once, with the forms in which it was met. */
export class EntitySet {
  private readonly byId = new Map<string, Entity>();
  private readonly forms = new Map<string, Set<string>>();

  /** Adds an entity, or the form to the one that is there; gives the one that stays. */
  add(entity: Entity, form?: string): Entity {
    const known = this.byId.get(entity.id) ?? entity;
    this.byId.set(entity.id, known);
    if (form) this.forms.set(entity.id, (this.forms.get(entity.id) ?? new Set()).add(form));
    return known;
  }

  /** In the order of their ids, with their aliases. */
  all(): Entity[] {
    return [...this.byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map((e) => this.withAliases(e));
  }

  private withAliases(entity: Entity): Entity {
    if (UNNAMED.has(entity.type)) return entity;
    return { ...entity, properties: { ...entity.properties, aliases: [...(this.forms.get(entity.id) ?? [])].sort() } };
  }
}
