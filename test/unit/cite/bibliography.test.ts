/** Bibliographies: what is read of each format, which entry is an article, and what is written. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readBibliography } from '../../../server/src/cite/bibliography/files.ts';
import { namedBibliographies } from '../../../server/src/cite/bibliography/named.ts';
import { citationKey } from '../../../server/src/cite/key.ts';
import { isSameWork } from '../../../server/src/cite/reference.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { cite, POST, type TestSource, WIRE } from './citing.ts';

const BIB = `% mine
@string{hvp = "Harrow Valley Post"}
@article{valley,
  title = {Volunteers {Leave} for the valley},
  journal = hvp,
  date = {2021-03-09}
}

@misc{broken, title = {never closed
@online{dam, url = {http://www.example.com/dam/#top}, year = 2020 }
`;

describe('a bibliography', () => {
  it('is read entry by entry, and a broken one costs none of the others', async () => {
    const { references, problems } = await readBibliography('/refs.bib', BIB, null);
    assert.deepEqual(
      references.map(({ key, title, outlet, published }) => [key, title, outlet, published]),
      [
        ['valley', 'Volunteers Leave for the valley', 'Harrow Valley Post', '2021-03-09'],
        ['dam', null, null, '2020'],
      ],
    );
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', /^line 9: the entry cannot be read \(/);
    assert.deepEqual(
      references.map((reference) => [isSameWork(reference, POST), isSameWork(reference, WIRE)]),
      [
        [true, false],
        [false, true],
      ],
    );
  });

  it('is read as CSL-JSON, CSL-YAML and the YAML of Typst', async () => {
    const json =
      '[{"id":"a","title":"T","container-title":"O","issued":{"date-parts":[[2021,3,9]]},"URL":"https://x.y"}]';
    const yaml =
      'references:\n- id: a\n  title: T\n  container-title: O\n  issued: 2021-03-09\n  URL: https://x.y\n';
    const typst =
      'a:\n  type: article\n  title: T\n  date: 2021-03-09\n  url: https://x.y\n  parent:\n    type: newspaper\n    title: O\n';
    const expected = [{ key: 'a', title: 'T', outlet: 'O', published: '2021-03-09', url: 'https://x.y' }];
    for (const [path, text] of [
      ['/r.json', json],
      ['/r.yaml', yaml],
      ['/r.yml', typst],
    ] as const) {
      const { references, problems } = await readBibliography(path, text, null);
      assert.deepEqual([references, problems], [expected, []], path);
    }
  });

  it('says what is wrong with it', async () => {
    assert.deepEqual((await readBibliography('/r.json', '{"a": 1}', null)).problems, [
      'it holds no list of references',
    ]);
    assert.match((await readBibliography('/r.yaml', 'a: [1\nb: 2', null)).problems[0] ?? '', /^line \d+: /);
    assert.deepEqual((await readBibliography('/r.bib', null, 'permission denied')).problems, [
      'permission denied',
    ]);
  });

  it('is named in the way of each language', () => {
    const named = (language: string, text: string) => namedBibliographies(readDraft('/d', language, text));
    assert.deepEqual(named('markdown', '---\nbibliography: [a.bib, https://x.y/b.bib]\n---\n'), ['a.bib']);
    assert.deepEqual(
      named('latex', '\\bibliography{a, b}\n% \\bibliography{c}\n\\addbibresource[x]{d.bib}'),
      ['a.bib', 'b.bib', 'd.bib'],
    );
    assert.deepEqual(named('typst', '#bibliography(("a.bib", "b.yml"), style: "ieee")'), ['a.bib', 'b.yml']);
    assert.deepEqual(named('plaintext', 'bibliography: a.bib'), []);
  });
});

describe('keys', () => {
  it('are outlet, year and the first telling word, in plain letters and unlike any that is taken', () => {
    assert.equal(citationKey(POST, []), 'harrowvalleypost2021volunteers');
    assert.equal(citationKey({ ...POST, outlet: 'El País', title: 'The Über-flood' }, []), 'elpais2021uber');
    assert.equal(citationKey({ ...POST, outlet: '24 Heures', published: null, title: '…' }, []), 'n24heures');
    assert.equal(citationKey(WIRE, ['GulfWire2020Dam', 'gulfwire2020dama']), 'gulfwire2020damb');
  });
});

describe('an entry', () => {
  const TEXT = '---\nbibliography: refs.bib\n---\n\nOne. Two.\n';

  it('is reused where address or title, date and outlet agree', async () => {
    const cited = await cite(
      TEXT,
      [
        ['One.', POST],
        ['Two.', WIRE],
      ],
      { files: { '/desk/refs.bib': BIB } },
    );
    assert.match(cited?.text ?? '', /\nOne \[@valley\]\. Two \[@dam\]\.\n$/);
    assert.deepEqual(cited?.files, {});
  });

  it('is appended to lists of every format, which keep what they have', async () => {
    const cases = [
      [
        '/r.json',
        '[\n  {"id": "x", "title": "T"}\n]\n',
        /^\[\n {2}\{"id": "x", "title": "T"\},\n {2}\{\n {4}"id": "gulfwire2020dam"[\s\S]*\}\n\]\n$/,
      ],
      [
        '/r.yaml',
        'references:\n  - id: x # mine\n    title: T\n# end\n',
        /^references:\n {2}- id: x # mine\n {4}title: T\n {2}- id: gulfwire2020dam\n[\s\S]*\n# end\n$/,
      ],
      ['/r.yml', 'x:\n  type: misc\n', /^x:\n {2}type: misc\ngulfwire2020dam:\n {2}type: article\n/],
    ] as const;
    for (const [path, text, expected] of cases) {
      const cited = await cite(TEXT, [['Two.', WIRE]], { style: 'citekey', files: { [path]: text } });
      const written = cited?.files[path] ?? '';
      assert.match(written, expected);
      const { references, problems } = await readBibliography(path, written, null);
      assert.deepEqual([references.map(({ key }) => key), problems], [['x', 'gulfwire2020dam'], []], path);
    }
  });

  it('joins the list in the front matter, or begins one', async () => {
    const list = '---\nreferences:\n- id: x\n  title: T\ntitle: Mine\n---\n\nOne.\n';
    const joined = await cite(list, [['One.', WIRE]]);
    assert.match(
      joined?.text ?? '',
      /^---\nreferences:\n- id: x\n {2}title: T\n- id: gulfwire2020dam\n[\s\S]*\ntitle: Mine\n---\n\nOne \[@gulfwire2020dam\]\.\n$/,
    );
    const begun = await cite('---\ntitle: Mine\n---\n\nOne.\n', [['One.', WIRE]], { style: 'citekey' });
    assert.match(
      begun?.text ?? '',
      /^---\ntitle: Mine\nreferences:\n- id: gulfwire2020dam\n[\s\S]*\n---\n\nOne \[@/,
    );
  });
});

describe('whatever is cited', () => {
  /** A name has a letter; what stands around it may be anything. */
  const any = fc.string({ unit: 'grapheme', maxLength: 8 });
  const word = fc.tuple(any, fc.constantFrom('A', 'Flood', 'é'), any).map((parts) => parts.join(''));
  const way = fc.constantFrom('', '/', '/a_b', '/x?a=1&b=2', '/(y)', '/z%20#top', '/@q');
  const source: fc.Arbitrary<TestSource> = fc.record({
    id: fc.nat(99).map((number) => `a${number}.md`),
    path: fc.constant('/a.md'),
    title: word,
    outlet: fc.option(word),
    author: fc.option(word),
    published: fc.option(fc.constantFrom('2020-01-01', '2021-03-09')),
    url: fc.option(fc.tuple(fc.domain(), way).map(([host, path]) => `https://${host}${path}`)),
    locator: fc.constant(null),
  });
  const corpora = fc.uniqueArray(source, { minLength: 1, maxLength: 3, selector: ({ id }) => id });
  const bibliography = fc.constantFrom(
    '',
    BIB,
    '@article{a,\n  title = {T}\n}',
    '% x\r\n@article{a,\r\n  year = 2000\r\n}\r\n',
  );

  it('leaves the rest of the bibliography byte for byte, under keys of its own', async () => {
    const property = fc.asyncProperty(corpora, bibliography, async (corpus, bib) => {
      const files = { '/desk/refs.bib': bib };
      const requests = corpus.map((each) => ['One.', each] as const);
      const cited = await cite('One.\n', requests, { style: 'citekey', files, corpus, language: 'latex' });
      const written = cited?.files['/desk/refs.bib'] ?? bib;
      assert.ok(written.startsWith(bib));
      const { references } = await readBibliography('/desk/refs.bib', written, null);
      const keys = references.map(({ key }) => key);
      assert.equal(new Set(keys).size, keys.length, 'keys are unique');
    });
    await fc.assert(property, { numRuns: 60 });
  });

  it('is not cited twice', async () => {
    const styles = fc.constantFrom('footnote', 'citekey', 'link', 'author-date');
    const languages = fc.constantFrom(
      'markdown',
      'latex',
      'typst',
      'asciidoc',
      'restructuredtext',
      'html',
      'plaintext',
    );
    const property = fc.asyncProperty(corpora, styles, languages, async (corpus, style, language) => {
      const text = language === 'html' ? '<p>One.</p>' : 'One.\n';
      const options = { style, corpus, language } as const;
      const requests = corpus.map((each) => ['One.', each] as const);
      const first = await cite(text, requests, { ...options, files: {} });
      assert.ok(first);
      const sentence = /^(?:<p>)?(One.*?)(?:<\/p>)?$/mu.exec(first.text)?.[1] ?? '';
      const again = await cite(
        first.text,
        corpus.map((each) => [sentence, each] as const),
        { ...options, files: {} },
      );
      assert.equal(again?.text ?? first.text, first.text);
    });
    await fc.assert(property, { numRuns: 100 });
  });
});
