import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { Segmented } from 'antd';
import { useState } from 'react';
import type { DeskDayView } from '../desk-day.tsx';
import { planMessages } from '../messages/plan.ts';
import { versionMessages } from '../messages/versions.ts';
import type { Day, DayNames } from './day-names.ts';
import type { Chosen } from './highlight.ts';
import type { Resource } from './resource.ts';
import { ResourcesPanel } from './resources-panel.tsx';
import styles from './side-panel.module.css';
import { VersionsPanel } from './versions-panel.tsx';

/** Beside the map: what the plan rests on, or the day's versions. */
export function SidePanel(props: {
  view: DeskDayView;
  day: Day;
  names: DayNames;
  plans: readonly PlanHead[];
  shown: string | undefined;
  onShow: (plan: string) => void;
  chosen: Chosen | undefined;
  onChoose: (chosen: Chosen | undefined) => void;
  fixedBecause: string | undefined;
  counts: (resource: Resource) => { stops: number; litres: number };
}) {
  const { view, day } = props;
  const t = planMessages.use();
  const versions = versionMessages.use();
  const [side, setSide] = useState<'resources' | 'versions'>('resources');
  return (
    <div className={styles.side}>
      <Segmented
        block
        value={side}
        onChange={setSide}
        options={[
          { value: 'resources', label: t('resources.title') },
          { value: 'versions', label: versions('title') },
        ]}
      />
      {side === 'resources' ? (
        <ResourcesPanel
          day={day}
          date={view.day}
          response={view.response}
          names={props.names}
          chosen={props.chosen}
          onChoose={props.onChoose}
          fixedBecause={props.fixedBecause}
          counts={props.counts}
        />
      ) : (
        <VersionsPanel
          plans={props.plans}
          floors={day.floors}
          shown={props.shown}
          onShow={props.onShow}
        />
      )}
    </div>
  );
}
