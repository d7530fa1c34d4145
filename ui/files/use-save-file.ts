import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useSay } from '../language/language.ts';
import { uiMessages } from '../messages.ts';
import { findRefusal } from '../state/refusal.ts';
import { saveFile } from './save-file.ts';

/** Fetches a file and hands it to the browser, and says so, or why not. */
export function useSaveFile() {
  const t = uiMessages.use();
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
