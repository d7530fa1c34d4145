import { call } from '@liangbuwu/office/http/console/call.ts';
import { masked } from '@liangbuwu/office/people/identity.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { copyText } from '@liangbuwu/ui/action/copy-text.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useLanguage, useSay } from '@liangbuwu/ui/language/language.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef, useState } from 'react';
import { putTold } from '../../told/told.contract.ts';
import { TellingWay, toldHowWords } from '../../told/told.ts';
import { wordsToSend } from '../../told/told-words.ts';
import { toldMessages } from '../messages/told.ts';
import type { Family } from './families.ts';
import type { OfClass } from './family-list.tsx';
import styles from './told.module.css';
import { toldKey } from './told-queries.ts';

/** Words to paste, and one tap once the family was told. */
export function TellPart({ family, of }: { family: Family; of: OfClass }) {
  const t = toldMessages.use();
  const say = useSay();
  const queries = useQueryClient();
  const [entry] = useState(newId);
  const [what, setWhat] = useState<'look' | 'answer'>();
  const names = family.lines.map(({ name }) => name).join(t('comma'));
  const put = useMutation({
    mutationFn: (how: TellingWay) =>
      call(putTold, {
        params: { class: of.class.id, entry },
        body: {
          response: of.response.id,
          how,
          members: family.lines.map(({ id, mark }) => ({ member: id, mark })),
        },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: toldKey }),
  });
  return (
    <>
      <div className={styles.deeds}>
        {(['look', 'answer'] as const).map((one) => (
          <ActionButton
            key={one}
            aria-expanded={what === one}
            onClick={() => setWhat(what === one ? undefined : one)}
          >
            {t(`words.${one}`)}
          </ActionButton>
        ))}
        <fieldset className={styles.ways} aria-label={t('toldOf', { name: names })}>
          <span>{t('told')}</span>
          {TellingWay.options.map((how) => (
            <ActionButton
              key={how}
              loading={put.isPending && put.variables === how}
              onClick={() => !put.isPending && put.mutate(how)}
            >
              {say(toldHowWords[how])}
            </ActionButton>
          ))}
        </fieldset>
      </div>
      {what && <Words key={what} what={what} family={family} of={of} />}
      {put.error && <ErrorState inline error={put.error} />}
    </>
  );
}

function Words(props: { what: 'look' | 'answer'; family: Family; of: OfClass }) {
  const { what, family, of } = props;
  const t = toldMessages.use();
  const { language } = useLanguage();
  const shown = useRef<TextAreaRef>(null);
  const [copied, setCopied] = useState(false);
  const text = wordsToSend(
    what,
    {
      place: `${of.school.name}${of.class.name}`,
      zone: of.response.zone,
      children: family.lines.map(({ name, now, urgency, day }) => ({
        name: masked(name),
        now,
        inVain: urgency === 'comes' ? day : null,
      })),
    },
    language,
  );
  const element = () => shown.current?.resizableTextArea?.textArea ?? null;
  return (
    <div className={styles.words}>
      <Input.TextArea ref={shown} readOnly autoSize aria-label={t('words.text')} value={text} />
      <ActionButton onClick={() => void copyText(text, element()).then(setCopied)}>
        {t(copied ? 'words.copied' : 'words.copy')}
      </ActionButton>
    </div>
  );
}
