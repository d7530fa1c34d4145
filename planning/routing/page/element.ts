/** The page's element with this id. */
export function getElement<T extends Element>(id: string, kind: { new (): T }): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`#${id}`);
  return element;
}

/** A new element with text in it. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text = '',
  className = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
}

/** Fills a `dl`. */
export function showPairs(list: HTMLElement, pairs: readonly (readonly [string, string])[]): void {
  list.replaceChildren(...pairs.flatMap(([name, value]) => [make('dt', name), make('dd', value)]));
}

/** A button that cannot be used stays in reach, and says why. */
export function allow(button: HTMLButtonElement, whyNot: string | undefined): void {
  button.title = whyNot ?? '';
  if (whyNot === undefined) button.removeAttribute('aria-disabled');
  else button.setAttribute('aria-disabled', 'true');
}

export function isAllowed(button: HTMLButtonElement): boolean {
  return button.getAttribute('aria-disabled') !== 'true';
}
