/** The style sheet of the page: one column to read, two schemes of colour, and paper. */

/**
 * Colours are pairs of a light and a dark scheme, chosen by the reader's system, or by the theme where the page stands in
 * VS Code. Every pair of text and ground has a contrast of 4.5 or more (WCAG 2.2 AA, 1.4.3), which is tested.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#fdfcfa, #17191c);
  --raised: light-dark(#ffffff, #1e2125);
  --ink: light-dark(#1d1f23, #e7e5e1);
  --quiet: light-dark(#5b6068, #a8adb5);
  --rule: light-dark(#dedad2, #363a40);
  --link: light-dark(#1f4f8f, #9cc2ff);
  --supported: light-dark(#17603a, #8ed3a9);
  --supported-ground: light-dark(#e3f1e8, #1a3324);
  --refuted: light-dark(#97290e, #ffb09a);
  --refuted-ground: light-dark(#fbe7e1, #46211a);
  --disagree: light-dark(#6f4500, #f0c878);
  --disagree-ground: light-dark(#faeed6, #3c2e12);
  --missing: light-dark(#474d58, #c3c8d1);
  --missing-ground: light-dark(#eceef1, #2c3037);
  --verified: light-dark(#3b3f97, #b7bdff);
  --verified-ground: light-dark(#e9eafa, #282b52);
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", "DejaVu Serif", Georgia, serif;
  --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "DejaVu Sans", Arial, sans-serif;
  --mono: ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
:root:has(body.vscode-light), :root:has(body.vscode-high-contrast-light) { color-scheme: light; }
:root:has(body.vscode-high-contrast) { --ground: light-dark(#ffffff, #000000); --raised: var(--ground); --rule: light-dark(#0f4a85, #6fc3df); }
:root:has(body.vscode-dark), :root:has(body.vscode-high-contrast:not(.vscode-high-contrast-light)) { color-scheme: dark; }
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 3rem 1.5rem 4rem; max-width: 48rem; background: var(--ground); color: var(--ink);
  font: 1.0625rem/1.6 var(--serif); text-rendering: optimizeLegibility; overflow-wrap: break-word;
}
html { background: var(--ground); scroll-behavior: smooth; scroll-padding-top: 1rem; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
:focus-visible { outline: 0.15rem solid var(--link); outline-offset: 0.15rem; border-radius: 0.15rem; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1.5rem; top: 1rem; padding: 0.4rem 0.8rem; background: var(--raised); font-family: var(--sans); }
h1, h2, h3 { line-height: 1.25; font-weight: 600; text-wrap: balance; }
h1 { font-size: 2.1rem; margin: 0.2rem 0 0.6rem; letter-spacing: -0.01em; }
h2 { font-size: 1.35rem; margin: 3.5rem 0 1.2rem; padding-top: 0.9rem; border-top: 1px solid var(--rule); }
.kicker, .facts, .hash, nav, .tally, .place, .label, .number, .ref, table, figcaption, .quiet, .sign-off, .cited,
.message, footer, dl, .skip, #skipped { font-family: var(--sans); }
.kicker { margin: 0; font-size: 0.8rem; letter-spacing: 0.09em; text-transform: uppercase; color: var(--quiet); }
.facts, .hash, .quiet, .cited, footer, #skipped { font-size: 0.875rem; line-height: 1.5; color: var(--quiet); margin: 0.2rem 0; }
.path, code { font-family: var(--mono); font-size: 0.86em; overflow-wrap: anywhere; color: inherit; background: none; padding: 0; }
.draft code { color: var(--quiet); }
nav ul { display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; margin: 1.8rem 0 0; padding: 0; list-style: none; font-size: 0.9rem; }
.tally { display: flex; flex-wrap: wrap; gap: 0.6rem; margin: 1.8rem 0 0; padding: 0; list-style: none; }
.tally li { flex: 1 1 6.2rem; padding: 0.7rem 0.8rem; border-radius: 0.5rem; }
.tally .number { display: block; font-size: 1.7rem; line-height: 1.2; font-weight: 600; font-variant-numeric: lining-nums; }
.tally .name { display: block; font-size: 0.85rem; line-height: 1.35; }
.sign { display: inline-block; min-width: 1em; text-align: center; }
.supported { --tone: var(--supported); --tone-ground: var(--supported-ground); }
.refuted { --tone: var(--refuted); --tone-ground: var(--refuted-ground); }
.conflicting-evidence { --tone: var(--disagree); --tone-ground: var(--disagree-ground); }
.not-enough-evidence { --tone: var(--missing); --tone-ground: var(--missing-ground); }
.verified { --tone: var(--verified); --tone-ground: var(--verified-ground); }
.tally li, .label, mark { color: var(--tone); background: var(--tone-ground); }
.label { display: inline-block; padding: 0.1rem 0.6rem 0.1rem 0.4rem; border-radius: 1rem; font-size: 0.85rem; font-weight: 600; }
mark { padding: 0.05em 0.15em; margin: 0 -0.05em; border-radius: 0.2em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
mark.supported { margin: 0; padding: 0; color: inherit; background: none; text-decoration: underline solid 0.09em var(--tone); text-underline-offset: 0.22em; }
mark.refuted { text-decoration: underline solid 0.11em; text-underline-offset: 0.22em; }
mark.conflicting-evidence { text-decoration: underline double 0.06em; text-underline-offset: 0.2em; }
mark.not-enough-evidence { text-decoration: underline dotted 0.1em; text-underline-offset: 0.2em; }
mark.verified { text-decoration: underline dashed 0.06em; text-underline-offset: 0.2em; }
sup { line-height: 0; font-size: 0.68em; }
.ref { padding: 0 0.1em 0 0.25em; text-decoration: none; white-space: nowrap; color: var(--tone); }
.ref:hover { text-decoration: underline; }
.draft h3 { font-size: 1.12rem; margin: 2rem 0 0.5rem; }
.draft h3.level-1 { font-size: 1.3rem; }
.draft p, .draft ul { margin: 0 0 0.9rem; }
.draft ul { padding-left: 1.3rem; }
.draft blockquote { margin: 0 0 0.9rem; padding: 0 0 0 1rem; background: none; border-left: 0.2rem solid var(--rule); }
.draft .row { margin: 0; padding: 0.25rem 0; border-bottom: 1px solid var(--rule); }
.draft .row + :not(.row) { margin-top: 0.9rem; }
.draft .caption { color: var(--quiet); }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: 0.5rem 0.7rem 0.5rem 0; text-align: start; vertical-align: baseline; border-bottom: 1px solid var(--rule); }
thead th { font-weight: 400; color: var(--quiet); vertical-align: bottom; }
tbody th { font-weight: 600; }
.count { text-align: end; width: 4.6rem; }
th.count:last-child, td.count:last-child { padding-right: 0; }
td.chart { white-space: nowrap; width: 11rem; }
svg { width: 8rem; height: 0.63rem; vertical-align: baseline; }
.total { display: inline-block; min-width: 2rem; text-align: end; }
rect { fill: var(--tone); }
.date { white-space: nowrap; }
.claim { margin: 0 0 2.4rem; scroll-margin-top: 1.5rem; }
.claim h3 { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.3rem 0.7rem; margin: 0 0 0.6rem; font-size: 1rem; }
.claim .number { min-width: 1.6rem; font-weight: 600; font-variant-numeric: lining-nums; color: var(--quiet); text-decoration: none; }
.claim .number:hover { text-decoration: underline; }
.place { font-size: 0.85rem; font-weight: 400; color: var(--quiet); }
.claim > :not(h3) { margin-left: 2.3rem; }
.sentence { margin-top: 0; margin-bottom: 0.5rem; }
.message { margin-top: 0; margin-bottom: 0.7rem; font-size: 0.95rem; line-height: 1.5; }
figure { margin-top: 0; margin-right: 0; margin-bottom: 0.8rem; padding: 0.1rem 0 0.1rem 1rem; border-left: 0.2rem solid var(--rule); }
figure.agrees { border-left-color: var(--supported); }
figure.differs { border-left-color: var(--refuted); border-left-style: double; }
figure blockquote, figure p { margin: 0; padding: 0; border: 0; background: none; }
figure mark { color: inherit; background: none; font-weight: 700; padding: 0; margin: 0; }
figcaption { margin-top: 0.25rem; font-size: 0.82rem; line-height: 1.5; color: var(--quiet); }
.stance { font-weight: 600; }
.sign-off { margin-top: 0; margin-bottom: 0.8rem; padding: 0.5rem 0.8rem; border-radius: 0.4rem; font-size: 0.9rem; line-height: 1.5; color: var(--verified); background: var(--verified-ground); }
.sources { padding-left: 2.3rem; }
.sources li { margin-bottom: 1.4rem; padding-left: 0.3rem; }
.sources li::marker { font-family: var(--sans); font-weight: 600; font-size: 0.9rem; color: var(--quiet); }
.sources .title { margin: 0; font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.6rem 1.2rem; font-size: 0.9rem; line-height: 1.5; align-items: baseline; }
dd { margin: 0; }
:target { outline: 0.15rem solid var(--link); outline-offset: 0.5rem; border-radius: 0.2rem; }
footer { margin-top: 4rem; padding-top: 0.9rem; border-top: 1px solid var(--rule); }
@media (max-width: 44rem) {
  td.chart { width: 7.5rem; }
  svg { width: 5rem; }
  .count { width: auto; }
}
@media (max-width: 34rem) {
  body { padding: 1.5rem 1rem 3rem; font-size: 1rem; }
  .claim > :not(h3) { margin-left: 0; }
  dl { grid-template-columns: 1fr; gap: 0.2rem; }
  dd { margin-bottom: 0.6rem; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media (forced-colors: active) { mark, .label, .tally li { border: 1px solid; } }
body.vscode-high-contrast :is(.label, .tally li, .sign-off) { border: 1px solid var(--tone, var(--verified)); }
@page { margin: 18mm 16mm; }
@media print {
  :root, :root:has(body) { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  html { background: none; }
  .skip, nav { display: none; }
  h2, h3 { break-after: avoid; }
  .claim, figure, .sources li, tr, .tally { break-inside: avoid; }
  mark, .label, .tally li, .sign-off, rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
  a.web { text-decoration: underline; }
  .scroll { overflow: visible; }
}
`;
