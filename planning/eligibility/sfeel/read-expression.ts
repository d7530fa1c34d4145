/** Where a column's value comes from: a fact, or the clock. */
export type Operand = { fact: string } | { clock: true };

/** One operand, or the first less the second. */
export interface Expression {
  minuend: Operand;
  subtrahend?: Operand;
  /** Written always alike. */
  text: string;
}

const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_]*(?: [\p{L}\p{N}\p{M}_]+)*$/u;
/** An expression is no longer than this, in characters. */
const MOST_LETTERS = 500;

const WORDS = new Set(['true', 'false', 'null']);

/**
 * Reads what a column asks: a name, `now()`, or a difference of two. A text that is itself a declared fact's name is a name, whatever it holds.
 *
 * @returns undefined where it is anything else.
 */
export function findExpression(
  source: string,
  declared: ReadonlySet<string>,
): Expression | undefined {
  const text = source.trim().replace(/\s+/g, ' ');
  if (text.length > MOST_LETTERS) return undefined;
  const whole = findOperand(text, declared);
  if (whole) return { minuend: whole, text: textOf(whole) };
  for (let at = text.indexOf('-'); at >= 0; at = text.indexOf('-', at + 1)) {
    const minuend = findOperand(text.slice(0, at).trim(), declared);
    const subtrahend = findOperand(text.slice(at + 1).trim(), declared);
    if (minuend && subtrahend) {
      return { minuend, subtrahend, text: `${textOf(minuend)} - ${textOf(subtrahend)}` };
    }
  }
  return undefined;
}

function findOperand(text: string, declared: ReadonlySet<string>): Operand | undefined {
  if (declared.has(text)) return { fact: text };
  if (/^now ?\( ?\)$/.test(text)) return { clock: true };
  return NAME.test(text) && !WORDS.has(text) ? { fact: text } : undefined;
}

export function textOf(operand: Operand): string {
  return 'fact' in operand ? operand.fact : 'now()';
}
