import { colour, type Level, level, series } from './tokens.ts';

/** What a mark is coloured by: how things stand, plain, the accent, or the n-th of several that must be told apart. */
export type Tone = Level | 'plain' | 'accent' | { series: number };

export type ToneColours = { fill: string; edge: string; soft: string; onFill: string };

export function coloursOf(tone: Tone): ToneColours {
  if (typeof tone === 'object') {
    const hex = series[((tone.series % series.length) + series.length) % series.length] as string;
    return { fill: hex, edge: hex, soft: '#ffffff', onFill: '#ffffff' };
  }
  if (tone === 'plain')
    return { fill: '#ffffff', edge: colour.textMuted, soft: '#ffffff', onFill: colour.text };
  if (tone === 'accent')
    return {
      fill: colour.accent,
      edge: colour.accentActive,
      soft: colour.accentSoft,
      onFill: '#ffffff',
    };
  const parts = level[tone];
  return { ...parts, onFill: tone === 'bad' ? '#ffffff' : colour.text };
}
