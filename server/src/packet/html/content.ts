/** Content of the page: what stands in an element, text that is written as text, or elements. */

import type { Element } from 'hast';

export type Content = Element | string;
