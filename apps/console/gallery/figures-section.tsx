import { Compare } from '@liangbuwu/ui/figures/compare.tsx';
import { DiffValue } from '@liangbuwu/ui/figures/diff-value.tsx';
import { StatTile } from '@liangbuwu/ui/figures/stat-tile.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Columns, Panel, Tiles } from '@liangbuwu/ui/shell/page.tsx';
import { galleryMessages } from './texts.ts';

export function FiguresSection() {
  const t = galleryMessages.use();
  const format = useFormat();
  const count = (value: number) => format.number(value);
  return (
    <>
      <Tiles>
        <StatTile
          level="bad"
          label={t('tiles.below')}
          value={format.number(2)}
          note={t('tiles.belowNote')}
          href="#table"
        />
        <StatTile
          level="warn"
          label={t('tiles.perPerson')}
          value={format.number(12.4, 1)}
          unit={t('tiles.perPersonUnit')}
          note={t('tiles.perPersonNote')}
        />
        <StatTile
          level="ok"
          label={t('tiles.total')}
          value="146.0"
          unit="m³"
          note={t('tiles.totalNote')}
        />
        <StatTile
          level="unknown"
          label={t('tiles.unknown')}
          value={format.number(1)}
          note={t('tiles.unknownNote')}
        />
        <StatTile
          label={t('measures.metres')}
          value={format.number(428.9, 1)}
          unit="km"
          note={
            <DiffValue
              only="change"
              before={441_200}
              after={428_900}
              format={format.distance}
              better="less"
            />
          }
        />
      </Tiles>
      <Columns wide="first">
        <Panel title={t('compare')} flush>
          <Compare
            caption={t('compare')}
            before={t('before')}
            after={t('after')}
            rows={[
              {
                id: 'short',
                label: t('measures.short'),
                before: 2140,
                after: 1180,
                format: count,
                better: 'less',
              },
              {
                id: 'litres',
                label: t('measures.litres'),
                before: 139_500,
                after: 146_000,
                format: format.litres,
                better: 'more',
              },
              {
                id: 'metres',
                label: t('measures.metres'),
                before: 412_000,
                after: 428_900,
                format: format.distance,
                better: 'less',
              },
              { id: 'trips', label: t('measures.trips'), before: 31, after: 31, format: count },
              {
                id: 'done',
                label: t('measures.done'),
                before: 75_600,
                after: 78_300,
                format: format.timeOfDay,
                formatChange: format.duration,
              },
              {
                id: 'new',
                label: t('columns.promised'),
                before: undefined,
                after: 6000,
                format: format.litres,
              },
            ]}
          />
        </Panel>
        <Panel title={t('columns.status')}>
          <p>
            <StatusTag level="ok" /> <StatusTag level="warn" /> <StatusTag level="bad" />{' '}
            <StatusTag level="unknown" />
          </p>
          <br />
          <p>
            <StatusTag plain level="ok">
              {t('levels.ok')}
            </StatusTag>{' '}
            <StatusTag plain level="warn">
              {t('levels.warn')}
            </StatusTag>{' '}
            <StatusTag plain level="bad">
              {t('levels.bad')}
            </StatusTag>{' '}
            <StatusTag plain level="unknown">
              {t('levels.unknown')}
            </StatusTag>
          </p>
          <br />
          <p>
            <DiffValue before={139_500} after={146_000} format={format.litres} better="more" />
          </p>
          <p>
            <DiffValue before={31} after={31} format={count} />
          </p>
          <p>
            <DiffValue before={9600} after={undefined} format={format.litres} better="more" />
          </p>
        </Panel>
      </Columns>
    </>
  );
}
