/** A report's text as it comes out of a file: what the offsets of everything extracted from it count in. */
export interface DocumentText {
  /** The file or address, and behind a # or a / the part of it: reports.zip/2023.docx, corpus.jsonl#12. */
  source: string;
  text: string;
  /** Whether the text is the file's content, unchanged; else it was taken out of another format. */
  verbatim: boolean;
}

/** More than this of one file, or out of one archive, is not read. In bytes. */
export const LARGEST = 100 * 2 ** 20;
