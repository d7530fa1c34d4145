import { Sheet } from '@liangbuwu/ui/phone/sheet.tsx';
import { useTools } from '@liangbuwu/ui/phone/tools.ts';
import type { Decoder } from '@liangbuwu/ui/scanner/decoder.ts';
import type { Once } from '@liangbuwu/ui/scanner/once.ts';
import { Scanner, type Way } from '@liangbuwu/ui/scanner/scanner.tsx';
import { gateFieldMessages } from '../messages/gate-field.ts';
import type { Given, Judged } from './judged.ts';
import { TypedForm } from './typed-form.tsx';

/** Looks for a pass, in whichever way there is. */
export function ScanSheet(props: {
  decoder: Decoder | undefined;
  once: Once;
  starts: Way;
  judge: (given: Given) => Promise<Judged>;
  onJudged: (judged: Judged) => void;
  onClose: () => void;
}) {
  const t = gateFieldMessages.use();
  const { clock } = useTools();
  const { decoder, judge, onJudged } = props;
  return (
    <Sheet title={t('scan-title')} onClose={props.onClose}>
      {decoder ? (
        <Scanner
          decoder={decoder}
          once={props.once}
          clock={clock}
          starts={props.starts}
          onRead={(text) => void judge({ text }).then(onJudged)}
          typing={<TypedForm judge={judge} onJudged={onJudged} />}
        />
      ) : (
        <p>{t('starting')}</p>
      )}
    </Sheet>
  );
}
