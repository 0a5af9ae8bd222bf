import * as vscode from 'vscode';
import type { Word } from '../../editor/commands/words.ts';
import type { Row } from '../../kinds/row.ts';
import { DIMMED_URI } from './decorations.ts';
import { oneLine } from '../../editor/text.ts';

export interface ItemLook {
  readonly label: string;
  readonly description?: string;
  /** Name of a codicon. */
  readonly icon?: string;
  /** Id of a theme colour for the icon. */
  readonly iconColor?: string;
  readonly dimmed?: boolean;
  /** Words that menus look for. */
  readonly context?: readonly (Word | false | undefined)[];
  readonly command?: vscode.Command;
  /** Whether it has children, and whether they show at first. */
  readonly children?: 'collapsed' | 'expanded';
}

/** The editor's item for a row; everything in it is shown as plain text. */
export function treeItem(id: string, look: ItemLook): vscode.TreeItem {
  const label = oneLine(look.label) || vscode.l10n.t('(no name)');
  const item = new vscode.TreeItem(label);
  const description = oneLine(look.description ?? '');
  item.id = id;
  item.collapsibleState = collapsibleStates[look.children ?? 'none'];
  if (description) item.description = description;
  if (look.icon) item.iconPath = themeIcon(look);
  if (look.dimmed) item.resourceUri = DIMMED_URI;
  if (look.command) item.command = look.command;
  const words = (look.context ?? []).filter(Boolean).join(' ');
  if (words) item.contextValue = words;
  item.accessibilityInformation = { label: [label, description].filter(Boolean).join(', ') };
  return item;
}

const collapsibleStates = {
  none: vscode.TreeItemCollapsibleState.None,
  collapsed: vscode.TreeItemCollapsibleState.Collapsed,
  expanded: vscode.TreeItemCollapsibleState.Expanded,
};

function themeIcon({ icon, iconColor, dimmed }: ItemLook): vscode.ThemeIcon {
  const color = dimmed ? 'disabledForeground' : iconColor;
  return new vscode.ThemeIcon(icon ?? '', color ? new vscode.ThemeColor(color) : undefined);
}

/** The look of a resource's row. */
export const lookOf = (row: Row): ItemLook => ({
  label: row.label || row.id,
  description: row.description,
  icon: row.icon,
  dimmed: row.dimmed,
});
