/** What is prose in a Markdown draft: each construct that must never be taken for a claim, and each that holds one. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { showProse } from './showProse.ts';

const markdown = (text: string): readonly string[] => showProse('markdown', text);

suite('blocks', () => {
  test('paragraphs, headings of both kinds and quotations', () => {
    const text = '# Title\n\nFirst 12\nline two.\n\nOther head\n===\n\n> Said 13\n> twice.\n';
    assert.deepEqual(markdown(text), [
      'heading: Title',
      'paragraph: First 12\nline two.',
      'heading: Other head',
      'blockQuote: Said 13\n··twice.',
    ]);
  });

  test('list items hold no markers, loose or tight, nested or numbered', () => {
    const text = '1. One 21\n2. Two\n   wrapped\n\n   again 22\n   - inner 23\n\n- [x] done 24\n';
    assert.deepEqual(markdown(text), [
      'listItem: One 21',
      'listItem: Two\n   wrapped',
      'listItem: again 22',
      'listItem: inner 23',
      'listItem: done 24',
    ]);
  });

  test('rows of a table, not its rule, with the pipes between their cells', () => {
    const text = '| City | Dead |\n| --- | ---: |\n| Basra | **31** |\n';
    assert.deepEqual(markdown(text), ['tableRow: City | Dead', 'tableRow: Basra |···31']);
  });

  test('a row with empty cells, without outer pipes, within a quotation', () => {
    const text = '> a | b | c\n> --- | --- | ---\n>  | 81 | \n> x | | 82\n';
    assert.deepEqual(markdown(text), ['tableRow: a | b | c', 'tableRow: 81', 'tableRow: x | | 82']);
  });

  test('a row without words', () => {
    assert.deepEqual(markdown('| a | b |\n|-|-|\n| | |\n| `86` | [^1] |\n| `87 [^1]` | c |\n\n[^1]: d\n'), [
      'tableRow: a | b',
      'tableRow: c',
    ]);
  });

  test('what opens in one cell and closes in another is no hole', () => {
    const text = '| a | b |\n|-|-|\n| $AB 83|$CD |\n| `c\\|84` | \\| 85 |\n';
    assert.deepEqual(markdown(text), ['tableRow: a | b', 'tableRow: $AB 83|$CD', 'tableRow: | 85']);
  });

  test('the text of a picture that stands alone is a caption', () => {
    assert.deepEqual(markdown('![Some 41 boats](img-42.jpg "43")\n\nSee ![44 boats](b.png) here.\n'), [
      'caption: Some 41 boats',
      'paragraph: See ··44 boats········ here.',
    ]);
  });

  test('words between the tags of an HTML block', () => {
    const text = '<figure id="51">\n<figcaption>Some <b>52</b> people</figcaption>\n<!-- 53 -->\n</figure>\n';
    assert.deepEqual(markdown(text), ['caption: Some ···52···· people']);
  });

  test('line breaks of Windows and offsets beyond the basic plane', () => {
    const text = '😀 One 61\r\nstill\r\n\r\n- two 62\r\n';
    assert.deepEqual(markdown(text), ['paragraph: 😀 One 61\r\nstill', 'listItem: two 62']);
  });

  test('text of no prose and empty text', () => {
    for (const text of ['', '\n \n', '***', '```\n71\n```', '<!-- 72 -->', '[a]: http://x.example/73']) {
      assert.deepEqual(markdown(text), [], text);
    }
  });
});

suite('holes', () => {
  const cases: Readonly<Record<string, readonly [written: string, prose: string]>> = {
    emphasis: ['a **850**_th_ b', 'a ··850···th· b'],
    'inline code': ['a `850` b', 'a ····· b'],
    'code across lines': ['a `850\nx` b', 'a ······· b'],
    'HTML code': ['a <code>850</code> b', 'a ················ b'],
    'HTML tags': ['a <b class="850">9</b> b', 'a ···············9···· b'],
    'HTML comment': ['a <!-- 850 --> b', 'a ············ b'],
    'link target and title': ['a [850](x/851 "852") b', 'a ·850·············· b'],
    'reference link': ['a [850][r1] b\n\n[r1]: x', 'a ·850····· b'],
    'collapsed reference': ['a [850][] b\n\n[850]: x', 'a ·850··· b'],
    'shortcut reference': ['a [850] b\n\n[850]: x', 'a ·850· b'],
    'brackets of an editor': ['a [850] b', 'a [850] b'],
    autolink: ['a <https://x.example/850> b', 'a ······················· b'],
    'bare address': ['a https://x.example/850?y=7. b', 'a ·························. b'],
    'address in brackets': ['a (www.x.example/850) b', 'a (·················) b'],
    'mail address': ['a x850@y.example, b', 'a ··············, b'],
    footnote: ['a[^850] b\n\n[^850]: Note 851\n\n    and 852', 'a······ b'],
    'footnote not yet defined': ['a[^850] b', 'a······ b'],
    'inline note': ['a^[Page 850 of it] b', 'a················· b'],
    'citation key': ['a [@key850, p. 3; @b] b', 'a ··················· b'],
    'citation with a prefix': ['a [see @key850] b', 'a ············· b'],
    'citation in the text': ['a @key850 said b', 'a ······· said b'],
    'handle without digits': ['a @pentagon said b', 'a @pentagon said b'],
    'wiki link': ['a [[850]] b', 'a ··850·· b'],
    'wiki link with an alias': ['a [[850|nine]] b', 'a ······nine·· b'],
    'wiki embed': ['a ![[850.png]] b', 'a ············ b'],
    mathematics: ['a $x_{850}$ b', 'a ········· b'],
    'mathematics of one figure': ['a $850 = x$ b', 'a ········· b'],
    'display mathematics': ['a $$850$$ b', 'a ······· b'],
    'dollar amounts': ['a $850 and $900 b', 'a $850 and $900 b'],
    'dollar range': ['a $850-$900 or US$5/A$6 b', 'a $850-$900 or US$5/A$6 b'],
    'dollars in quotation marks': ['a $850 or “$” b', 'a $850 or “$” b'],
    escapes: ['a \\$850\\* b', 'a ·$850·* b'],
    'character reference': ['a 850&nbsp;km b', 'a 850······km b'],
    'struck out': ['a ~~850 **c**~~ b', 'a ············· b'],
    'one tilde': ['a 5~7 or 8~9 b', 'a 5·7 or 8·9 b'],
    'struck out in HTML': ['a <del>850</del> <s>9</s> b', 'a ·············· ········ b'],
    'raised mark': ['a 44<sup>2</sup> b', 'a 44············ b'],
    'raised link': ['a 44<sup><a href="#850">2</a></sup> b', `a 44${'·'.repeat(31)} b`],
    'raised link of Markdown': ['a 44<sup>[2](#850)</sup> b', `a 44${'·'.repeat(20)} b`],
    'raised for another reason': [
      'a 5 km<sup>2</sup>, 1<sup>st</sup> b',
      'a 5 km·····2······, 1·····st······ b',
    ],
    'power of ten': ['a 10<sup>6</sup> or 10⁶ b', 'a ·············· or ··· b'],
    'link in a quotation': ['> a [b\n> c](x/850) b', 'a ·b\n··c········ b'],
  };
  for (const [name, [written, prose]] of Object.entries(cases)) {
    test(name, () => {
      const [kind = ''] = written.startsWith('>') ? ['blockQuote'] : ['paragraph'];
      assert.deepEqual(markdown(written), [`${kind}: ${prose}`]);
    });
  }
});

suite('numbers of headings', () => {
  const cases: Readonly<Record<string, string>> = {
    '# 1. Background': 'heading: Background',
    '## 2.3 Findings': 'heading: Findings',
    '## 4.1.2. findings': 'heading: findings',
    '# 3) Method': 'heading: Method',
    '# 2.3 million flee': 'heading: 2.3 million flee',
    '# 2.3 Million Flee': 'heading: 2.3 Million Flee',
    '# 750 troops sent': 'heading: 750 troops sent',
    '# 12 Dead in Basra': 'heading: 12 Dead in Basra',
  };
  for (const [written, prose] of Object.entries(cases)) {
    test(written, () => assert.deepEqual(markdown(written), [prose]));
  }
});

suite('constructs that span blank lines', () => {
  const after = 'Left 99.';
  const cases: Readonly<Record<string, string>> = {
    'fenced code': '```js\n81\n\n82\n```',
    'longer fence': '~~~~\n81\n\n~~~\n\n82\n~~~~',
    'fence in a list': '- a\n\n  ```\n  81\n\n  82\n  ```',
    'display mathematics': '$$\n81\n\n82\n$$',
    comment: '<!--\n81\n\n# 82\n\n-->',
    'preformatted text': '<pre>\n81\n\n82\n</pre> 83',
    script: '<script>\nlet a = 81;\n\nlet b = 82;\n</script>',
    instruction: '<?php 81\n\n82 ?>',
  };
  for (const [name, construct] of Object.entries(cases)) {
    test(name, () => {
      const prose = markdown(`Before 98.\n\n${construct}\n\n${after}\n`).filter(
        (line) => line !== 'listItem: a',
      );
      assert.deepEqual(prose, ['paragraph: Before 98.', `paragraph: ${after}`]);
    });
  }

  test('one that is never closed takes the rest', () => {
    assert.deepEqual(markdown('Before 98.\n\n```\n81\n\nLeft 99.\n'), ['paragraph: Before 98.']);
  });
});

suite('front matter', () => {
  test('is no prose and gives the date', () => {
    const text = '---\ntitle: The 91 days\ndate: 2020-01-02\n---\nText 92.\n';
    assert.deepEqual(markdown(text), ['paragraph: Text 92.']);
    assert.equal(readDraft('d', 'markdown', text).published, '2020-01-02');
  });

  test('a thematic break that opens a draft hides nothing', () => {
    assert.deepEqual(markdown('---\n\nText 93.\n\n---\n\nText 94.\n'), [
      'paragraph: Text 93.',
      'paragraph: Text 94.',
    ]);
  });

  test('half-written YAML is not read as prose', () => {
    assert.deepEqual(markdown('---\ntitle: "The 95\n---\n\nText.\n'), ['paragraph: Text.']);
  });
});

test('an edit costs its piece: another parse of the same text gives equal blocks', () => {
  const before = 'One 1.\n\nTwo 2 [r].\n\nThree 3.\n';
  const edited = before.replace('Two', 'Twenty two');
  assert.deepEqual(markdown(before).length, 3);
  assert.deepEqual(markdown(edited)[1], 'paragraph: Twenty two 2 [r].');
  // A definition added at the end changes how a piece far above parses.
  assert.deepEqual(markdown(`${edited}\n[r]: x\n`)[1], 'paragraph: Twenty two 2 ·r·.');
  assert.deepEqual(markdown(edited)[1], 'paragraph: Twenty two 2 [r].');
});

test('what would take the parser minutes is read as plain text', () => {
  assert.deepEqual(markdown(`${'>'.repeat(60_000)} 750\n\nLeft 99.\n`).at(-1), 'paragraph: Left 99.');
  assert.equal(markdown('Some 750 left. '.repeat(100_000)).length, 1);
});

suite('what MyST and Quarto add', () => {
  test('directives that hold text are read, others are code', () => {
    const text =
      'A 1.\n\n````{note} Title\n:class: x2\n\nInside 3.\n\n```{tip}\nNested 4\n```\n\n```python\nx = 5\n```\n\nEnd 6.\n````\nAfter 7.\n\n```{code-cell}\ny = 8\n```\n\n```{warning}\nhalf 9\n\nmore 10';
    assert.deepEqual(markdown(text), [
      'paragraph: A 1.',
      'paragraph: Inside 3.',
      'paragraph: Nested 4',
      'paragraph: End 6.',
      'paragraph: After 7.',
      'paragraph: half 9',
      'paragraph: more 10',
    ]);
  });

  test('divisions, roles, settings, shortcodes and targets are no prose', () => {
    assert.deepEqual(markdown('(t-1)=\n# Head 2 {#sec-3}\n\n::: {.note n=4}\nIn 5 {cite}`k6`.\n:::\n'), [
      'heading: Head 2',
      'paragraph: In 5 ··········.',
    ]);
    assert.deepEqual(markdown('{{< video 1 >}} then [two]{.mark n=3} ![pic 4](a5.png){width=6%}\n'), [
      'paragraph: then [two]··········· ··pic 4',
    ]);
  });
});
