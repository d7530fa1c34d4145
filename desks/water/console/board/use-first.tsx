import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { boardMessages } from '../messages/board.ts';

/** The first of many rows, and the button that shows the rest. */
export function useFirst<Row>(rows: readonly Row[], most: number): [readonly Row[], ReactNode] {
  const t = boardMessages.use();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const hidden = rows.length - most;
  if (hidden <= 0) return [rows, undefined];
  const button = (
    <Button type="link" onClick={() => setAll(!all)}>
      {all ? t('less') : t('more', { many: format.number(hidden) })}
    </Button>
  );
  return [all ? rows : rows.slice(0, most), button];
}
