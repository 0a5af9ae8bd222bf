/** What a view keeps while it is hidden, and across a reload of the window. It is written to disk: never a secret. */
export interface Kept {
  /** Ids from which the host can make the panel again. */
  restore: unknown;
  /** Id of the element that had the keyboard's focus. */
  focus: string;
  /** How far the view is scrolled down, in pixels. */
  scroll: number;
  /** Whether a section was opened or closed by hand; undefined where it was not touched. */
  isOpen(section: string): boolean | undefined;
  setOpen(section: string, open: boolean): void;
}

interface State {
  restore?: unknown;
  focus?: string;
  scroll?: number;
  open?: Record<string, boolean>;
}

/**
 * @param load reads what was kept last
 * @param save keeps it
 */
export function keptState(load: () => unknown, save: (state: unknown) => void): Kept {
  const loaded = load();
  let state: State = typeof loaded === 'object' && loaded !== null ? loaded : {};
  const put = (change: State) => {
    state = { ...state, ...change };
    save(state);
  };
  return {
    get restore() {
      return state.restore;
    },
    set restore(restore) {
      put({ restore });
    },
    get focus() {
      return state.focus ?? '';
    },
    set focus(focus) {
      put({ focus });
    },
    get scroll() {
      return state.scroll ?? 0;
    },
    set scroll(scroll) {
      put({ scroll });
    },
    isOpen: (section) => state.open?.[section],
    setOpen: (section, open) => put({ open: { ...state.open, [section]: open } }),
  };
}
