import { saveFile } from '@liangbuwu/ui/files/save-file.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { findRefusal } from '@liangbuwu/ui/state/refusal.ts';
import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { sharedMessages } from './messages/shared.ts';

/** Fetches a file and hands it to the browser, and says so, or why not. */
export function useSaveFile() {
  const t = sharedMessages.use();
  const say = useSay();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (fetched: () => Promise<{ name: string; content: string }>) => fetched(),
    onSuccess: ({ name, content }) => {
      saveFile(name, content);
      void message.success(t('saved', { name }));
    },
    onError: (error) => void message.error(say(findRefusal(error)?.cause) || String(error)),
  });
}
