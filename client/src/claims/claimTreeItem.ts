/** How the nodes of the claims view look: words, icons and what a screen reader says. Articles' words stay plain text. */

import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { PassageItem, Standing } from '../../../server/src/lsp/viewProtocol.ts';
import type { ClaimLeaf, SectionNode, StandingNode } from './claimTree.ts';

export function sectionItem({ title, claims, supported }: SectionNode): TreeItem {
  const item = new TreeItem(title, TreeItemCollapsibleState.Expanded);
  item.description = l10n.t('{0} of {1} supported', supported, claims);
  item.accessibilityInformation = { label: `${title}. ${item.description}` };
  item.contextValue = 'section';
  return item;
}

export function standingItem({ standing, children }: StandingNode): TreeItem {
  // What is in order is there to be opened; what is not is there to be seen.
  const isInOrder = standing === 'supported' || standing === 'verified' || standing === 'ignored';
  const state = isInOrder ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
  const item = new TreeItem(standingName(standing), state);
  item.description = String(children.length);
  item.accessibilityInformation = { label: `${standingName(standing)}. ${claimsText(children.length)}` };
  item.iconPath = standingIcon(standing);
  item.contextValue = 'standing';
  return item;
}

function claimsText(count: number): string {
  return count === 1 ? l10n.t('1 claim') : l10n.t('{0} claims', count);
}

/** `open` is what Enter and a click do. */
export function claimItem({ claim }: ClaimLeaf, open: TreeItem['command']): TreeItem {
  const state = claim.passages > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
  const item = new TreeItem(claim.label, state);
  const said = standingName(claim.standing);
  // Claims that the articles bear out need no more words than their own.
  if (claim.standing !== 'supported') item.description = claim.message;
  item.iconPath = standingIcon(claim.standing);
  item.tooltip = claim.message === '' ? said : `${said}: ${claim.message}`;
  item.accessibilityInformation = {
    label: [said, claim.label, claim.message].filter((part) => part !== '').join('. '),
  };
  item.contextValue = claimContext(claim);
  if (open !== undefined) item.command = open;
  return item;
}

/** What can be done with a claim, for the menus: `claim passages fixable`. */
function claimContext({ standing, passages }: ClaimLeaf['claim']): string {
  const isFixable = standing === 'refuted' || standing === 'conflicting-evidence';
  return ['claim', ...(passages > 0 ? ['passages'] : []), ...(isFixable ? ['fixable'] : [])].join(' ');
}

export function passageItem(passage: PassageItem, open: TreeItem['command']): TreeItem {
  const item = new TreeItem(passage.text, TreeItemCollapsibleState.None);
  const where = [passage.outlet ?? passage.title, passage.published]
    .filter((part) => part !== null)
    .join(', ');
  const stance = passage.agrees ? l10n.t('Agrees with the draft') : l10n.t('Says otherwise');
  item.description = where;
  item.tooltip = `${stance}\n\n${passage.text}\n\n${passage.title} · ${where}`;
  item.iconPath = new ThemeIcon(passage.agrees ? 'pass' : 'arrow-swap');
  item.accessibilityInformation = { label: `${stance}. ${passage.text}. ${where}` };
  item.contextValue = 'passage';
  if (open !== undefined) item.command = open;
  return item;
}

/** How a claim stands, for people. */
export function standingName(standing: Standing): string {
  switch (standing) {
    case 'supported':
      return l10n.t('Supported');
    case 'refuted':
      return l10n.t('Refuted');
    case 'conflicting-evidence':
      return l10n.t('Articles disagree');
    case 'not-enough-evidence':
      return l10n.t('Not found');
    case 'verified':
      return l10n.t('Verified by hand');
    case 'ignored':
      return l10n.t('Ignored');
  }
}

/** A shape of its own for each, so that no colour is needed to tell them apart. */
function standingIcon(standing: Standing): ThemeIcon {
  switch (standing) {
    case 'supported':
      return new ThemeIcon('pass', new ThemeColor('corroborate.supported'));
    case 'refuted':
      return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
    case 'conflicting-evidence':
      return new ThemeIcon('arrow-swap', new ThemeColor('problemsInfoIcon.foreground'));
    case 'not-enough-evidence':
      return new ThemeIcon('question');
    case 'verified':
      return new ThemeIcon('verified');
    case 'ignored':
      return new ThemeIcon('circle-slash');
  }
}
