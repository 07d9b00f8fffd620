/** Makes Word documents for tests: the parts of the package that a word processor cannot do without. */

import { strToU8, zipSync } from 'fflate';

export interface MadeDocx {
  readonly paragraphs: readonly string[];
  readonly title?: string;
  readonly author?: string;
  /** Further XML of the body, after the paragraphs. */
  readonly body?: string;
  /** XML of footnotes: `<w:footnote w:id="1">` with paragraphs. */
  readonly footnotes?: string;
}

const WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A document of these paragraphs, and the title and author of its properties. */
export function makeDocx({
  paragraphs,
  title = '',
  author = '',
  body = '',
  footnotes = '',
}: MadeDocx): Uint8Array {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const written = paragraphs.map(
    (words) => `<w:p><w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r></w:p>`,
  );
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<w:document ${WORDS}><w:body>${written.join('')}${body}</w:body></w:document>`,
    ),
    'word/footnotes.xml': strToU8(`<w:footnotes ${WORDS}>${footnotes}</w:footnotes>`),
    'docProps/core.xml': strToU8(
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator></cp:coreProperties>`,
    ),
  });
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
