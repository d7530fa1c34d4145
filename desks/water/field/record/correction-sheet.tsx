import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { recordingMessages } from '../messages/recording.ts';
import { routes } from '../routes.ts';
import type { Said } from '../said.ts';
import { AmountSheet } from './amount-sheet.tsx';
import { correctionOf } from './correction.ts';

/** Puts right what was said before, by a new entry beside it. */
export function CorrectionSheet(props: {
  said: Said;
  place: string;
  response: string;
  card: string;
  holds?: number;
  onClose: () => void;
}) {
  const t = recordingMessages.use();
  const format = useFormat();
  const { said, place } = props;
  const body = correctionOf(said, props.response);
  if (!body) return null;
  const under = said.side === 'keeper' ? routes.keeperEntries : routes.driverEntries;
  return (
    <AmountSheet
      title={t('correct', { what: t(`kinds.${body.kind}`) })}
      note={`${place} · ${t('correct-note', { litres: format.litres(said.litres) })}`}
      body={body}
      planned={null}
      holds={props.holds}
      send={{ card: props.card, under, after: said.id }}
      onClose={props.onClose}
    />
  );
}
