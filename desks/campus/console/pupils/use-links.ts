import { call } from '@liangbuwu/office/http/console/call.ts';
import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { giveHomeLinks } from '../../home/link.contract.ts';

export type Links = OutputOf<typeof giveHomeLinks>['links'];

/** Gives families their links. They are told this once, so they stay here until they are printed. */
export function useLinks(response: string, of: string) {
  const queries = useQueryClient();
  const [printed, setPrinted] = useState<Links>();
  const give = useMutation({
    mutationFn: ({
      members,
      renew = false,
    }: {
      members: string[];
      renew?: boolean;
      print?: boolean;
    }) => call(giveHomeLinks, { params: { class: of }, body: { response, members, renew } }),
    onSuccess: async ({ links }, { print }) => {
      if (print) setPrinted(links);
      await queries.invalidateQueries({ queryKey: ['campus', 'pupils', response, 'class', of] });
    },
  });
  return { give, printed, done: () => setPrinted(undefined) };
}
