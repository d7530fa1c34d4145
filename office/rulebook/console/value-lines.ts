import type { ValueType, ValueWords } from '../table.ts';

/** A fact's values as a clerk types them, one a line: `green = 绿码 = green`. */
export const writeValues = (values: readonly ValueWords[]): string =>
  values.map(({ value, say }) => `${String(value)} = ${say['zh-CN']} = ${say.en}`).join('\n');

/** Undefined: some line is none. The English may be left out; `null` is nothing. */
export function readValues(text: string, type: ValueType): ValueWords[] | undefined {
  const values: ValueWords[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const [written = '', zh = '', en = ''] = line.split('=').map((part) => part.trim());
    const value = readValue(written, type);
    if (value === undefined || zh === '') return undefined;
    if (values.some((one) => one.value === value)) return undefined;
    values.push({ value, say: { 'zh-CN': zh, en: en || zh } });
  }
  return values;
}

function readValue(written: string, type: ValueType): ValueWords['value'] | undefined {
  if (written === '') return undefined;
  if (written === 'null') return null;
  if (type === 'boolean')
    return written === 'true' || written === 'false' ? written === 'true' : undefined;
  if (type !== 'number' && type !== 'integer') return written;
  const number = Number(written);
  return Number.isFinite(number) ? number : undefined;
}
