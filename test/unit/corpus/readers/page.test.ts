/** Saved pages: the main text without what surrounds it, and what the page says of itself in each of its ways. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import iconv from 'iconv-lite';
import type { Text } from '../../../../server/src/corpus/readers/reader.ts';
import { readBytes } from '../readBytes.ts';

async function read(html: string | Uint8Array, name = 'a.html'): Promise<Text> {
  const [reading] = await readBytes(name, typeof html === 'string' ? Buffer.from(html) : html);
  assert.ok(reading?.kind === 'read', JSON.stringify(reading));
  return reading;
}

const FIRST =
  'Some 750 guards held the harbour gate on Tuesday while the council met, the mayor of Port Elwin said.';
const SECOND =
  '“Nobody was hurt,” she told reporters, and added that the ferry would sail in the evening as planned.';
const THIRD = 'The company that runs the ferry counted 1,200 passengers, twice as many as a year before.';

/** A page as sites make them: navigation, a story, other stories, a footer. */
function pageOf(head: string, body = `<p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p>`): string {
  return `<!DOCTYPE html><html><head><title>Guards hold gate | Gulf Wire</title>${head}
    <style>p { color: red }</style><script>var passengers = 9999;</script></head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
    <main><article><h1>Guards hold gate</h1>${body}</article></main>
    <aside><h2>Most read</h2><ul><li><a href="/1">4,000 flee storm</a></li><li><a href="/2">Ferry sinks</a></li></ul></aside>
    <footer><p>© 2020 Gulf Wire. All rights reserved.</p></footer></body></html>`;
}

suite('text', () => {
  test('the story alone, one paragraph a block', async () => {
    const { text, prose, origin } = await read(pageOf(''));
    assert.equal(text, [FIRST, SECOND, THIRD].join('\n\n'));
    assert.equal(prose.length, 3);
    assert.equal(origin?.part, 'paragraph');
    assert.deepEqual(
      origin?.starts.map((start) => text.slice(start, start + 6)),
      ['Some 7', '“Nobod', 'The co'],
    );
  });

  test('line breaks, entities and inline markup', async () => {
    const { text } = await read(
      pageOf('', `<p>${FIRST} It <b>co</b>st &euro;5&nbsp;m.<br><br>${SECOND}</p><p>${THIRD}</p>`),
    );
    assert.equal(text, [`${FIRST} It cost €5 m.`, SECOND, THIRD].join('\n\n'));
  });

  test('marks of notes are left out; what is raised for another reason is read', async () => {
    const cases: readonly (readonly [html: string, read: string])[] = [
      ['some 48<sup>2</sup> passengers', 'some 48 passengers'],
      ['48<sup><a href="#fn1">1</a></sup> passengers', '48 passengers'],
      ['48<sup>[1]</sup><sup>,</sup><sup>[2]</sup> passengers', '48 passengers'],
      ['of 48 passengers.<sup>12</sup>', 'of 48 passengers.'],
      ['of 48<sup>2</sup>passengers', 'of 48 passengers'],
      ['$44m<sup>2</sup> and 10<sup><a href="#n">2</a></sup> ships', '$44m and 10 ships'],
      ['310 km<sup>2</sup> on the 1<sup>st</sup> day', '310 km2 on the 1st day'],
      ['over 10<sup>6</sup> or 3 × 10<sup>-2</sup>', 'over 10⁶ or 3 × 10⁻²'],
      ['about 5<sup>1</sup>/<sub>2</sub> miles', 'about 5 1/2 miles'],
      ['of 2<sup>nde</sup> and R<sup>2</sup>', 'of 2nde and R2'],
    ];
    for (const [html, expected] of cases) {
      const { text } = await read(pageOf('', `<p>${FIRST} It was ${html}</p><p>${SECOND}</p>`));
      assert.equal(text.split('\n\n')[0], `${FIRST} It was ${expected}`);
    }
  });

  test('powers of ten are no figures', async () => {
    const { prose, text } = await read(
      pageOf('', `<p>${FIRST} It took 3 × 10<sup>6</sup> cells.</p><p>${SECOND}</p>`),
    );
    assert.deepEqual(
      prose[0]?.holes?.map(({ start, end }) => text.slice(start, end)),
      ['3 × 10⁶'],
    );
  });

  test('what is struck out is not read, and joins no words', async () => {
    const struck =
      'It sold <del>310</del> <ins>275</ins> seats, <s>12</s>9<strike> or so </strike>left, 4<del>8</del><ins>5</ins> stayed.';
    const { text } = await read(pageOf('', `<p>${FIRST} ${struck}</p><p>${SECOND}</p>`));
    assert.equal(text.split('\n\n')[0], `${FIRST} It sold 275 seats, 9 left, 45 stayed.`);
  });

  test('lists and tables of the story', async () => {
    const items = ['One of the 12 ferries, which sailed', 'Another, which stayed in the harbour, and why'];
    const cells = ['Town', 'Guards', 'Port Elwin', '750'];
    const table = `<table><tr><th>Town</th><th>Guards</th></tr><tr><td>Port Elwin</td><td>750</td></tr></table>`;
    const list = `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
    const { text } = await read(pageOf('', `<p>${FIRST}</p>${list}<p>${SECOND}</p>${table}<p>${THIRD}</p>`));
    assert.equal(text, [FIRST, ...items, SECOND, ...cells, THIRD].join('\n\n'));
  });

  test('a brief, and a page on which nothing stands out', async () => {
    assert.equal(
      (await read('<html><body><p>Some 750 guards came.</p></body></html>')).text,
      'Some 750 guards came.',
    );
    assert.equal((await read('<p>Some 750 guards came.</p>')).text, 'Some 750 guards came.');
  });

  test('declared encodings', async () => {
    const page = pageOf('<meta charset="windows-1251">', `<p>Сегодня 750 солдат. ${FIRST}</p>`);
    const { text } = await read(iconv.encode(page, 'windows-1251'));
    assert.match(text, /^Сегодня 750 солдат\. Some 750/);
    const latin = pageOf(
      '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">',
      `<p>The café said “yes”. ${FIRST}</p>`,
    );
    assert.match((await read(iconv.encode(latin, 'windows-1252'))).text, /^The café said “yes”/);
  });

  test('a page without text is refused', async () => {
    const [reading] = await readBytes('a.html', Buffer.from('<html><body><script>1</script></body></html>'));
    assert.deepEqual(reading?.kind === 'read' && reading.prose, []);
  });
});

suite('metadata', () => {
  const known = {
    title: 'Guards hold the gate',
    outlet: 'Gulf Wire',
    author: 'Al Roe, Cy Dee',
    published: '2020-01-02',
    url: 'https://gulfwire.example/gate',
  };

  test('JSON-LD, alone or in a graph', async () => {
    const article = {
      '@type': ['NewsArticle'],
      headline: 'Guards hold the gate',
      datePublished: '2020-01-02T23:30:00-05:00',
      author: [{ '@type': 'Person', name: 'Al Roe' }, { name: 'Cy Dee' }],
      publisher: { '@type': 'Organization', name: 'Gulf Wire' },
      mainEntityOfPage: { '@id': 'https://gulfwire.example/gate' },
    };
    const script = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
    assert.deepEqual((await read(pageOf(script(article)))).stated, known);
    const graph = { '@graph': [{ '@type': 'WebSite', name: 'Other' }, article] };
    assert.deepEqual((await read(pageOf(`${script('no {')}${script(graph)}`))).stated, known);
  });

  test('OpenGraph', async () => {
    const { stated } = await read(
      pageOf(`<meta property="og:title" content="Guards hold the gate"><meta property="og:site_name" content="Gulf Wire">
        <meta name="author" content="Al Roe, Cy Dee"><meta property="article:published_time" content="2020-01-02T08:00Z">
        <meta property="og:url" content="https://gulfwire.example/gate">`),
    );
    assert.deepEqual(stated, known);
  });

  test('<time>, the canonical address, the heading', async () => {
    const { stated } = await read(
      pageOf(
        '<link rel="canonical" href="https://gulfwire.example/gate">',
        `<time datetime="2020-01-02T08:00:00Z">yesterday</time><p>${FIRST}</p><p>${SECOND}</p>`,
      ),
    );
    assert.deepEqual(stated, { ...known, title: 'Guards hold gate', outlet: null, author: null });
  });

  test('the address a browser saved the page from; none that could run', async () => {
    const saved = `<!-- saved from url=(0029)https://gulfwire.example/gate -->\n${pageOf('')}`;
    assert.equal((await read(saved)).stated.url, 'https://gulfwire.example/gate');
    assert.equal((await read(pageOf('<link rel="canonical" href="javascript:alert(1)">'))).stated.url, null);
  });
});

test('a page saved as one file', async () => {
  const mhtml = [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://gulfwire.example/gate',
    'Subject: Guards hold gate',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="b"',
    '',
    '--b',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    pageOf('')
      .replaceAll('=', '=3D')
      .replaceAll('“', '=E2=80=9C')
      .replaceAll('”', '=E2=80=9D')
      .replaceAll('©', '=C2=A9'),
    '--b',
    'Content-Type: image/png',
    'Content-Location: https://gulfwire.example/a.png',
    '',
    'xx',
    '--b--',
    '',
  ].join('\r\n');
  const { text, stated } = await read(mhtml, 'a.mhtml');
  assert.equal(text, [FIRST, SECOND, THIRD].join('\n\n'));
  assert.equal(stated.url, 'https://gulfwire.example/gate');
});
