import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation } from '@tanstack/react-query';
import { openCase } from '../../checks/cases.contract.ts';
import { absenceWords, symptomWords } from '../../checks/checks.ts';
import type { HealthCase } from '../../checks/health-case.ts';
import { openMemberPhone } from '../../members/members.contract.ts';
import { checksMessages } from '../messages/checks.ts';
import { usePermitted } from '../permitted.ts';
import styles from './checks.module.css';

/** Whom a case is about and what was found, opened by a tap that stands in the ledger; the telephone by another. */
export function CaseWho({ of, response }: { of: HealthCase; response: string }) {
  const t = checksMessages.use();
  const say = useSay();
  const format = useFormat();
  const denied = usePermitted('campus.checks');
  const noPhone = usePermitted('campus.pupils');
  const who = useMutation({
    mutationFn: () => call(openCase, { params: { case: of.id }, body: {} }),
  });
  const phone = useMutation({
    mutationFn: (member: string) =>
      call(openMemberPhone, { params: { member }, body: { response } }),
  });
  if (!who.data)
    return (
      <div className={styles.tags}>
        <ActionButton
          disabledReason={denied}
          loading={who.isPending}
          onClick={() => !who.isPending && who.mutate()}
        >
          {t('cases.who')}
        </ActionButton>
        <span className={styles.quiet}>{t('cases.whoNote')}</span>
        {who.error && <ErrorState inline error={who.error} />}
      </div>
    );
  const { person } = who.data;
  if (!person) return <p className={styles.quiet}>{t('cases.gone')}</p>;
  const { found } = person;
  const separator = format.language === 'en' ? ', ' : '、';
  const said = found && [
    ...(found.temperature === null ? [] : [`${format.number(found.temperature, 1)} °C`]),
    ...found.symptoms.map((one) => say(symptomWords[one])),
    ...(found.absent === null ? [] : [say(absenceWords[found.absent])]),
  ];
  return (
    <div className={styles.tags}>
      <strong>{person.name}</strong>
      <span>{said ? said.join(separator) : t('cases.withdrawn')}</span>
      {phone.data?.phone && <a href={`tel:${phone.data.phone}`}>{phone.data.phone}</a>}
      {phone.data && !phone.data.phone && (
        <span className={styles.quiet}>{t('cases.noPhone')}</span>
      )}
      {!phone.data && (
        <ActionButton
          disabledReason={noPhone}
          loading={phone.isPending}
          onClick={() => !phone.isPending && phone.mutate(person.id)}
        >
          {t('cases.phone')}
        </ActionButton>
      )}
      {phone.error && <ErrorState inline error={phone.error} />}
    </div>
  );
}
