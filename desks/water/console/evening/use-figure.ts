import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { EveningFigures } from '../../upward/evening.ts';

import { type EveningLine, figureOf } from '../../upward/lines.ts';

const decimals: Record<EveningLine['shows'], number> = {
  number: 0,
  'cubic-metres': 3,
  share: 0,
  kilometres: 1,
};

/** A line's figure as page and paper write it, to the litre. */
export function useFigure(): (line: EveningLine, figures: EveningFigures) => string {
  const format = useFormat();
  return (line, figures) => {
    const value = figureOf(line, figures);
    return line.shows === 'share'
      ? format.percent(value)
      : format.number(value, decimals[line.shows]);
  };
}
