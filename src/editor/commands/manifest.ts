import { contextWhen, editorWhen, paletteWhen, titleWhen } from './availability.ts';
import { type Condition, whenClause } from './condition.ts';
import { ROWS } from './table.ts';

/** `contributes.commands`, `menus` and `keybindings` of the manifest, as the table has them. */
export function contributions() {
  return {
    commands: ROWS.filter(([, { internal }]) => !internal).map(([name, { title, icon }]) => ({
      command: `ory.${name}`,
      title,
      category: 'Ory',
      ...(icon ? { icon: `$(${icon})` } : {}),
    })),
    menus: {
      commandPalette: ROWS.filter(([, { internal }]) => !internal).flatMap(([name, row]) => {
        const when = paletteWhen(row);
        return when ? [{ command: `ory.${name}`, ...written(when) }] : [];
      }),
      'view/title': ROWS.flatMap(([name, row]) =>
        (row.titles ?? []).map((place) => entry(name, titleWhen(place), place.group)),
      ),
      'view/item/context': ROWS.flatMap(([name, row]) =>
        (row.rows ?? []).map((place) => entry(name, contextWhen(row, place), place.group)),
      ),
      'editor/context': ROWS.flatMap(([name, { selection }]) =>
        selection?.when ? [entry(name, selection.when, selection.group)] : [],
      ),
      'editor/title': ROWS.flatMap(([name, row]) =>
        (row.editor ?? []).map((place) => entry(name, editorWhen(place), place.group)),
      ),
    },
    keybindings: ROWS.flatMap(([name, { keys = [] }]) =>
      keys.flatMap(({ key, mac, views, bare }) =>
        views.map((view) => ({
          command: `ory.${name}`,
          key,
          ...(mac ? { mac } : {}),
          when: `focusedView == ${view} && listFocus && !inputFocus`,
          ...(bare ? {} : { args: { view } }),
        })),
      ),
    ),
  };
}

const written = (condition: Condition): { readonly when?: string } => {
  const when = whenClause(condition);
  return when ? { when } : {};
};

const entry = (name: string, condition: Condition, group: string) => ({
  command: `ory.${name}`,
  ...written(condition),
  group,
});
