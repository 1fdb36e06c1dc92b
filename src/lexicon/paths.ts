import { fileURLToPath } from 'node:url';

/** The path of a file or folder of the package, from its root: data/…, cypher/… . Works from src and from dist. */
export function packagePath(relative: string): string {
  return fileURLToPath(new URL(`../../${relative}`, import.meta.url));
}
