import type { PointKind } from '../water.ts';
import { Chip } from './chip.tsx';
import { kindMessages } from './messages/kinds.ts';

/** What kind of point it is; of a village nothing, since most are. */
export function KindTag({ kind }: { kind: PointKind }) {
  const t = kindMessages.use();
  return kind === 'village' ? null : <Chip accent>{t(`kind.${kind}`)}</Chip>;
}
