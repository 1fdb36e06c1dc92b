#!/usr/bin/env node
// Writes what is generated from the schema and checked in: cypher/schema.cypher. Run by `npm run generate`.
import { writeFileSync } from 'node:fs';
import { schemaFile } from '../dist/schema/constraints.js';

writeFileSync(new URL('../cypher/schema.cypher', import.meta.url), schemaFile());
