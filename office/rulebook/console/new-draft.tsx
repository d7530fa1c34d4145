import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { PlusIcon } from '@liangbuwu/ui/icons.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { findRefusal } from '@liangbuwu/ui/state/refusal.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { call } from '../../http/console/call.ts';
import { putRuleDraft } from '../contract.ts';
import type { RuleSet, RuleVersion } from '../rulebook.ts';
import { emptyDraft, nextDraft } from './draft.ts';
import { rulebookMessages } from './messages.ts';
import { usePermitted } from './permitted.ts';

/** Begins a draft: the first, or the next from the version that is shown. */
export function NewDraft(props: {
  set: RuleSet;
  follows: RuleVersion | undefined;
  now: string;
  onMade: (version: string) => void;
}) {
  const { set, follows, now } = props;
  const t = rulebookMessages.use();
  const say = useSay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const denied = usePermitted('rulebook.draft', set);
  const make = useMutation({
    mutationFn: () =>
      call(putRuleDraft, {
        params: { version: newId() },
        body: {
          ...(follows ? nextDraft(follows, now) : emptyDraft(set.name, now)),
          set: set.id,
          seen: null,
        },
      }),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['rulebook'] });
      props.onMade(made.id);
    },
    onError: (error) => void message.error(say(findRefusal(error)?.cause) || String(error)),
  });
  return (
    <ActionButton
      type={follows || denied ? 'default' : 'primary'}
      icon={<PlusIcon />}
      disabledReason={denied}
      loading={make.isPending}
      onClick={() => make.mutate()}
    >
      {t(follows ? 'set.draftNext' : 'set.first')}
    </ActionButton>
  );
}
