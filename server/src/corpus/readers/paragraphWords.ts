/** Words of a paragraph of markup: put together from its pieces, without the marks that lead to notes. */

import { raisedFigure, raisedKind } from '../../draft/raised.ts';

/** The paragraph that is being read. */
export interface ParagraphWords {
  add(text: string): void;
  /** What is added from now on is raised; nothing happens where it is already. */
  beginRaised(): void;
  endRaised(): void;
  /** A link begins. */
  link(): void;
  /** The paragraph, which ends with this; with its blanks joined, or with those and the line ends within it as they are. */
  take(blanks: 'joined' | 'lines kept'): string;
}

interface Piece {
  text: string;
  readonly isRaised: boolean;
  isLink: boolean;
}

/** As much of what is around a raised figure as says what it is, in UTF-16 code units and in pieces. */
const AROUND = 30;
const PIECES_BEHIND = 4;

const WORD_AT_END = /[\p{L}\p{N}]$/u;
const WORD_AT_START = /^[\p{L}\p{N}]/u;

export function paragraphWords(): ParagraphWords {
  let pieces: Piece[] = [];
  let raised: Piece | null = null;
  return {
    add(text) {
      if (raised !== null) raised.text += text;
      else pieces.push({ text, isRaised: false, isLink: false });
    },
    beginRaised() {
      if (raised !== null) return;
      raised = { text: '', isRaised: true, isLink: false };
      pieces.push(raised);
    },
    endRaised() {
      raised = null;
    },
    link() {
      if (raised !== null) raised.isLink = true;
    },
    take(blanks) {
      const written = read(pieces).trim();
      pieces = [];
      raised = null;
      return blanks === 'joined' ? written.replace(/\s+/gu, ' ') : written;
    },
  };
}

function read(pieces: readonly Piece[]): string {
  const parts: string[] = [];
  let before = '';
  pieces.forEach((piece, at) => {
    const { text, isRaised } = piece;
    const part = isRaised ? raisedPart(before, piece, textBehind(pieces, at)) : text;
    parts.push(part);
    before = (before + part.slice(-AROUND)).slice(-AROUND);
  });
  return parts.join('');
}

function textBehind(pieces: readonly Piece[], at: number): string {
  const behind = pieces.slice(at + 1, at + 1 + PIECES_BEHIND);
  return behind.map(({ text }) => text.slice(0, AROUND)).join('');
}

/** How a raised piece reads. A mark that is left out joins no two words that it stood between. */
function raisedPart(before: string, { text, isLink }: Piece, after: string): string {
  const parts = WORD_AT_END.test(before) && WORD_AT_START.test(after) ? ' ' : '';
  const ways = { part: text, apart: ` ${text}`, mark: parts, power: raisedFigure(text) } as const;
  return ways[raisedKind(before, text, after, isLink)];
}
