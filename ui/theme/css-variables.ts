import { colour, font, layout, level, radius, series, space, type } from './tokens.ts';

const kebab = (name: string) => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

export function cssVariables(): Record<string, string> {
  const variables: Record<string, string> = {
    '--font-zh': font.zh,
    '--font-en': font.en,
    '--font-mono': font.mono,
  };
  for (const [name, value] of Object.entries(colour)) variables[`--${kebab(name)}`] = value;
  for (const [name, parts] of Object.entries(level))
    for (const [part, value] of Object.entries(parts)) variables[`--${name}-${part}`] = value;
  series.forEach((value, at) => {
    variables[`--series-${at}`] = value;
  });
  for (const [name, [size, line]] of Object.entries(type))
    variables[`--type-${name}`] = `${size}px/${line}px`;
  for (const [name, value] of Object.entries(space))
    variables[`--space-${kebab(name)}`] = `${value}px`;
  for (const [name, value] of Object.entries(radius)) variables[`--radius-${name}`] = `${value}px`;
  for (const [name, value] of Object.entries(layout))
    variables[`--layout-${kebab(name)}`] = `${value}px`;
  return variables;
}

export function applyCssVariables(element: HTMLElement) {
  for (const [name, value] of Object.entries(cssVariables()))
    element.style.setProperty(name, value);
}
