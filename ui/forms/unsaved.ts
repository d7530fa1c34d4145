/** Which forms on the page hold something unsaved. One for each app. */
export function createUnsaved() {
  const dirty = new Set<symbol>();
  return {
    mark(form: symbol, isDirty: boolean) {
      if (isDirty) dirty.add(form);
      else dirty.delete(form);
    },
    any: () => dirty.size > 0,
    forgetAll: () => dirty.clear(),
  };
}

export type Unsaved = ReturnType<typeof createUnsaved>;
