/** The packet as Markdown: it has what the page has, and no word of a draft or an article is markup. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { markdownPacket } from '../../../server/src/packet/markdown.ts';
import { packetFor } from './sample.ts';

const DRAFT = '# The flood\n\nThe council is sending about 850 volunteers to the flooded Harrow valley.\n';

/** A Markdown text as GitHub shows it. */
function shown(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

describe('a packet in Markdown', () => {
  it('has the claims, the passages, the sources and who stands for what', async () => {
    const text = markdownPacket(
      await packetFor(DRAFT, { verified: '850', url: 'https://example.org/valley' }),
    );
    assert.match(text, /^# The flood: fact-check packet\n/);
    assert.match(text, /\*\*850\*\* \(1 ✎\) volunteers/);
    assert.match(text, /^### 1\. ✎ Verified by hand$/m);
    assert.match(
      text,
      /^> The council is sending \*\*about 750\*\* volunteers|^> The council is sending about \*\*750\*\*/m,
    );
    assert.match(
      text,
      /Says otherwise · source 1 · Volunteers leave · Harrow Valley Post · 9 March 2021 · line 1/,
    );
    assert.match(text, /`corpus\/valley\.md` SHA-256 `(?:ab){32}`/);
    assert.match(text, /\*\*Verified by hand by Ann Reyes on 10 March 2021\*\*: Told by the council/);
    assert.match(text, /`corpus\/a\.pdf`: encrypted/);
  });

  it('reads nothing that an article or a draft says as markup', async () => {
    const hostile =
      '<img src=x onerror=alert(1)> [here](command:evil) ![i](https://beacon.example/x.png) https://beacon.example www.beacon.example mail@beacon.example `code` **bold** # | a | b |';
    const packet = await packetFor(DRAFT.replace('The flood', `The flood ${hostile}`), {
      title: hostile,
      outlet: hostile,
      article: `The council is sending about 750 volunteers to the flooded Harrow valley ${hostile}.\n`,
      url: 'javascript:alert(1)',
    });
    const html = shown(markdownPacket(packet));
    assert.deepEqual(
      html.match(/<(?:a|img|script|input|br|del)\b[^>]*>|&lt;img/g)?.filter((tag) => tag !== '&lt;img'),
      [],
    );
    const words = html
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>');
    assert.ok(words.split(hostile).length > 4, words);
  });

  it('links to the address of a source and to nothing else', async () => {
    const text = markdownPacket(await packetFor(DRAFT, { url: 'https://example.org/valley?a=1&b=2' }));
    const urls = [...shown(text).matchAll(/href="([^"]*)"/g)].map(([, url]) => url);
    assert.deepEqual(urls, ['https://example.org/valley?a=1&amp;b=2']);
  });
});
