/** The messages behind the fact-check packet, for clients that show or save it. */

/** Request, client to server: `PacketParams`, answered with `PacketAnswer`. */
export const PACKET_METHOD = 'corroborate/packet';

export interface PacketParams {
  readonly uri: string;
  /**
   * `panel` is HTML whose links open drafts and articles by the command `OPEN_SOURCE_COMMAND`; `html` and `markdown` are
   * files for others.
   */
  readonly format: 'panel' | 'html' | 'markdown';
}

export type PacketAnswer =
  /** `text` is a whole page or file. */
  | { readonly state: 'made'; readonly title: string; readonly text: string }
  /** In words for the user: what is shown is no draft, or could not be checked. */
  | { readonly state: 'refused'; readonly reason: string };
