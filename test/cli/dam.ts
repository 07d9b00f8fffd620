/** An article of a dam, for tests of the command line. */

export const DAM_ARTICLE = `---
title: Dam opens early
outlet: Lower Vale Gazette
date: 2021-03-04
---
The Ness dam opened on Thursday, two months early. The Ness dam cost £48 million to build.

“Nobody thought we would be done before May,” said the chief engineer, Ada Quill.
`;
