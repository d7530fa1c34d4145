import { useLanguage } from '@liangbuwu/ui/language/language.ts';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { BarKind } from '@liangbuwu/ui/timeline/bars.ts';
import { Timeline } from '@liangbuwu/ui/timeline/timeline.tsx';
import { useMemo, useState } from 'react';
import { schedule } from './sample.ts';
import { galleryMessages } from './texts.ts';

export function TimelineSection() {
  const t = galleryMessages.use();
  const { language } = useLanguage();
  const [selected, setSelected] = useState<string>();
  const [row, setRow] = useState<string>();
  const rows = useMemo(() => schedule(language === 'zh-CN'), [language]);
  const kinds: BarKind[] = [
    { id: 'fill', label: t('kinds.fill'), tone: 'accent', pattern: 'solid' },
    { id: 'drive', label: t('kinds.drive'), tone: 'unknown', pattern: 'thin' },
    { id: 'deliver', label: t('kinds.deliver'), tone: 'ok', pattern: 'stripes' },
    { id: 'wait', label: t('kinds.wait'), tone: 'unknown', pattern: 'hollow' },
    { id: 'rest', label: t('kinds.rest'), tone: 'unknown', pattern: 'dots' },
  ];
  const focus =
    row === undefined ? undefined : rows.find(({ id }) => id === row)?.bars.map(({ id }) => id);
  return (
    <Panel title={t('day')} flush>
      <Timeline
        title={t('day')}
        rowHeader={t('tank')}
        rows={rows}
        kinds={kinds}
        from={25_200}
        to={86_400}
        now={43_200}
        selected={selected}
        onSelect={setSelected}
        selectedRow={row}
        onRow={(id) => setRow(id === row ? undefined : id)}
        {...(focus && { focus })}
      />
    </Panel>
  );
}
