import { once } from 'node:events';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { InputError } from '../../lexicon/errors.js';
import { LARGEST } from '../document.js';

/** One file of an archive. */
export interface ArchiveFile {
  name: string;
  bytes: Buffer;
}

/** More files than these are not unpacked. */
const MOST = 20_000;

const damaged = (source: string, error: unknown) =>
  new InputError(`${source}: a ZIP archive that cannot be read (${(error as Error).message}). Pack it anew.`);

const opened = (bytes: Buffer) =>
  new Promise<ZipFile>((resolve, reject) =>
    // Names are only labels here: nothing is written where they say.
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true, decodeStrings: false }, (error, zip) =>
      error ? reject(error) : resolve(zip as ZipFile),
    ),
  );

/** Names are UTF-8 where the archive says so, else GB18030, as Chinese Windows packs them. */
function nameOf({ fileName, generalPurposeBitFlag }: Entry): string {
  const raw = fileName as unknown as Buffer;
  if (generalPurposeBitFlag & 0x800) return raw.toString('utf8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}

async function content(zip: ZipFile, entry: Entry, room: number, source: string): Promise<Buffer> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
    zip.openReadStream(entry, (error, s) => (error ? reject(error) : resolve(s as NodeJS.ReadableStream))),
  );
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > room) throw new InputError(`${source}: unpacks to more than ${LARGEST / 2 ** 20} MB. Unpack it first.`);
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

/**
 * The files of a ZIP archive, one after the other, in its order.
 * @throws InputError for a damaged or encrypted one, and where it unpacks to more than is read.
 */
export async function* archiveFiles(bytes: Buffer, source: string): AsyncGenerator<ArchiveFile> {
  let zip: ZipFile;
  try {
    zip = await opened(bytes);
  } catch (error) {
    throw damaged(source, error);
  }
  if (zip.entryCount > MOST) throw new InputError(`${source}: holds more than ${MOST} files. Unpack it first.`);
  let room = LARGEST;
  try {
    for (let i = 0; i < zip.entryCount; i++) {
      const next = once(zip, 'entry');
      zip.readEntry();
      const [entry] = (await next) as [Entry];
      const name = nameOf(entry);
      if (name.endsWith('/')) continue;
      if (entry.generalPurposeBitFlag & 1) throw new InputError(`${source}: encrypted. Unpack it first.`);
      const file = await content(zip, entry, room, source);
      room -= file.length;
      yield { name, bytes: file };
    }
  } catch (error) {
    throw error instanceof InputError ? error : damaged(source, error);
  } finally {
    zip.close();
  }
}
