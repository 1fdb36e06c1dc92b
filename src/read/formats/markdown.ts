/** The words of a Markdown text: marks of headings, emphasis, links, lists, quotes and tables are taken out. */
export function markdownText(text: string): string {
  return text
    .replace(/^```.*$/gm, '')
    .replace(/^ {0,3}#{1,6} +(.*?)(?: #+)? *$/gm, '$1')
    .replace(/^ {0,3}(?:>|[-*+]) +/gm, '')
    .replace(/^ *\|?(?: *:?-{3,}:? *\|)+(?: *:?-{3,}:?)? *$/gm, '')
    .replace(/^ *\|(.*)\| *$/gm, (_, row: string) =>
      row
        .split('|')
        .map((c) => c.trim())
        .join('  '),
    )
    .replace(/!?\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)\1/g, '$2')
    .replace(/\n{3,}/g, '\n\n');
}
