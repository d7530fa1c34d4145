import type { FigureName } from '../../cost-figures.ts';
import { exitMessages } from '../messages/exit.ts';
import { sharedMessages } from '../messages/shared.ts';

/** Figures by name, as a list in words. */
export function useNames(): (figures: readonly FigureName[]) => string {
  const t = exitMessages.use();
  const shared = sharedMessages.use();
  return (figures) => figures.map((name) => t(`of.${name}`)).join(shared('listComma'));
}
