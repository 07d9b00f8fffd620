/** Plain lines: words of articles, files and drafts where VS Code makes links of what is written like one. */

/**
 * The text in which nothing is a link. Notifications, prompts and the details of status items read `[words](address)` as one,
 * of a command too, and know no escape; a blank between both parts takes its meaning away.
 */
export function plainLine(text: string): string {
  return text.replaceAll('](', '] (');
}
