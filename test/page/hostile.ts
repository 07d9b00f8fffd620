/** Hostile files: everything by which words of a draft, an article or a ledger could become more than words. */

const BIDI = '\u202e\u2066';

const ARTICLE = `---
title: "<script>alert(3)</script>](command:evil) ![x](https://beacon.example/t.png) ${BIDI}Valley"
outlet: "<svg onload=alert(4)> \`Post\` [x](javascript:alert(5))"
date: 2021-03-09
url: "javascript:alert(6)"
---

The council is sending about 750 volunteers to the flooded Harrow valley <img src=https://beacon.example/x.png onerror=alert(2)> [here](command:workbench.action.quit) ${BIDI}the mayor said.
`;

const OTHER = `---
title: A second voice
outlet: Marsh Gazette
date: 2021-03-09
url: https://news.example/valley?a=1&b=%22
---

The water destroyed 62 houses in the village of Lower Marsh </blockquote><style>body{display:none}</style>.
`;

const DRAFT = `---
title: "</title><script>alert(1)</script> The flood"
---

# <img src=x onerror=alert(7)> The ${BIDI}flood

The council is sending about 850 volunteers to the flooded Harrow valley \\<script>alert(8)\\</script>.
The water destroyed 62 houses in Lower Marsh [^1] \`<b>code</b>\`.

[^1]: <iframe src="https://beacon.example/"></iframe> Marsh Gazette, 9 March 2021.
`;

/** A folder of such files, by their ways. */
export const HOSTILE_DESK = {
  'draft.md': DRAFT,
  'corpus/valley.md': ARTICLE,
  'corpus/"><script>alert(9)<.md': OTHER,
};
