import { useLanguage } from '@liangbuwu/ui/language/language.ts';
import type { LegendEntry } from '@liangbuwu/ui/map/map-legend.tsx';
import { MapView } from '@liangbuwu/ui/map/map-view.tsx';
import { Columns, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { useMemo, useState } from 'react';
import { picture } from './sample.ts';
import { galleryMessages } from './texts.ts';

export function MapSection() {
  const t = galleryMessages.use();
  const { language } = useLanguage();
  const [selected, setSelected] = useState<string>();
  const shown = useMemo(
    () =>
      picture(language === 'zh-CN', {
        sources: t('sources'),
        points: t('points'),
        routes: t('routes'),
        zone: t('zone'),
      }),
    [language, t],
  );
  const legend: LegendEntry[] = [
    { kind: 'place', label: t('sources'), shape: 'pentagon', tone: 'accent' },
    { kind: 'place', label: t('closed'), shape: 'pentagon', tone: 'accent', struck: true },
    { kind: 'place', label: t('levels.ok'), shape: 'disc', tone: 'ok' },
    { kind: 'place', label: t('levels.warn'), shape: 'triangle', tone: 'warn' },
    { kind: 'place', label: t('levels.bad'), shape: 'hexagon', tone: 'bad' },
    { kind: 'place', label: t('levels.unknown'), shape: 'diamond', tone: 'unknown' },
    { kind: 'line', label: 'T1', tone: { series: 0 } },
    { kind: 'line', label: 'T2', tone: { series: 1 }, dash: 'dashed' },
    { kind: 'line', label: 'T3', tone: { series: 2 }, dash: 'dotted' },
  ];
  const map = (engine: 'gl' | 'svg') => (
    <MapView
      title={t('mapTitle')}
      picture={shown}
      schematic
      selected={selected}
      onSelect={setSelected}
      {...(selected?.startsWith('route') && { focus: [selected] })}
      legend={legend}
      source={t('mapSource')}
      engine={engine}
    />
  );
  return (
    <Columns>
      <Panel title={`${t('mapTitle')} · SVG`} flush>
        {map('svg')}
      </Panel>
      <Panel title={`${t('mapTitle')} · WebGL`} flush>
        {map('gl')}
      </Panel>
    </Columns>
  );
}
