import { expect, test } from 'vitest';
import { contrast, difference, type Sight } from './colour-sight.ts';
import { colour, level, series } from './tokens.ts';

const backgrounds = { surface: colour.surface, ground: colour.ground, sunken: colour.sunken };

test.each(['text', 'textMuted', 'textFaint', 'accent'] as const)(
  '%s is readable on every ground',
  (name) => {
    for (const ground of Object.values(backgrounds))
      expect(contrast(colour[name], ground)).toBeGreaterThanOrEqual(4.5);
  },
);

test.each([
  [colour.onInk, colour.ink],
  [colour.onInkMuted, colour.ink],
  [colour.onInkMuted, colour.inkRaised],
  [colour.onInk, colour.accent],
  [colour.accent, colour.accentSoft],
  [colour.textMuted, colour.accentSoft],
])('%s is readable on %s', (text, ground) => {
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
});

test('a form control is outlined well enough to be found', () => {
  expect(contrast(colour.control, colour.surface)).toBeGreaterThanOrEqual(3);
});

test.each(Object.entries(level))(
  'level %s is readable as text and visible as a shape',
  (_name, parts) => {
    for (const ground of [parts.soft, ...Object.values(backgrounds)]) {
      expect(contrast(parts.text, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(parts.edge, ground)).toBeGreaterThanOrEqual(3);
    }
  },
);

const sights: Sight[] = ['usual', 'protanopia', 'deuteranopia', 'tritanopia', 'none'];

test.each(sights)('the fills of the levels stay apart under %s', (sight) => {
  const fills = Object.entries(level).map(([name, parts]) => [name, parts.fill] as const);
  const alike = fills.flatMap(([one, first]) =>
    fills
      .filter(([other, second]) => one < other && difference(first, second, sight) <= 15)
      .map(([other]) => `${one}/${other}`),
  );
  expect(alike).toEqual([]);
});

test.each(series)('series colour %s is a visible line and carries white text', (hex) => {
  expect(contrast(hex, colour.ground)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(hex, colour.surface)).toBeGreaterThanOrEqual(4.5);
});

test('neighbouring series colours stay apart for red-green blind eyes', () => {
  const alike = series.flatMap((hex, at) => {
    const next = series[(at + 1) % series.length] as string;
    return (['usual', 'protanopia', 'deuteranopia'] as const)
      .filter((sight) => difference(hex, next, sight) <= 15)
      .map((sight) => `${hex}/${next} under ${sight}`);
  });
  expect(alike).toEqual([]);
});
