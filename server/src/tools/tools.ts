/** The table of tools, in the order in which they are offered. */

import { checkText } from './checkText.ts';
import { findSources } from './findSources.ts';
import { getPassage } from './getPassage.ts';
import { type OfferedTool, offer } from './tool.ts';

export const TOOLS: readonly OfferedTool[] = [offer(checkText), offer(findSources), offer(getPassage)];
