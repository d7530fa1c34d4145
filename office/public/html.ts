/** A piece of a page that is safe to put into another: made by {@link html} only. */
export class Html {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  /** The template tag below is the only caller. */
  static of(parts: TemplateStringsArray, values: readonly Shown[]): Html {
    let text = '';
    for (const [at, part] of parts.entries()) {
      text += part;
      if (at === values.length) break;
      // A value outside of quotes could bring attributes of its own.
      if (/=\s*$/.test(part)) throw new TypeError('a value of an attribute stands in quotes');
      text += shown(values[at]);
    }
    return new Html(text);
  }
}

export type Shown = string | number | Html | readonly Shown[] | null | undefined | false;

/** Writes HTML: whatever is put in is text, unless it was written by this itself. Nothing, null and false write nothing. */
export const html = (parts: TemplateStringsArray, ...values: readonly Shown[]): Html =>
  Html.of(parts, values);

function shown(value: Shown): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (Array.isArray(value)) return value.map((one: Shown) => shown(one)).join('');
  return String(value).replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
