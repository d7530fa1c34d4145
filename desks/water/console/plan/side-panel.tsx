import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { Segmented } from 'antd';
import { useState } from 'react';
import type { DeskDayView } from '../desk-day.tsx';
import { planMessages } from '../messages/plan.ts';
import { versionMessages } from '../messages/versions.ts';
import { whatIfMessages } from '../messages/what-if.ts';
import type { Day, DayNames } from './day-names.ts';
import type { Chosen } from './highlight.ts';
import type { Resource } from './resource.ts';
import { ResourcesPanel } from './resources-panel.tsx';
import styles from './side-panel.module.css';
import { VersionsPanel } from './versions-panel.tsx';
import { WhatIfPanel } from './what-if/what-if-panel.tsx';

/** Beside the map: what the plan rests on, the day's versions, or what was assumed beside them. */
export function SidePanel(props: {
  view: DeskDayView;
  day: Day;
  names: DayNames;
  plans: readonly PlanHead[];
  shown: string | undefined;
  /** What assumptions are compared with. */
  beside: PlanHead | undefined;
  onShow: (plan: string) => void;
  chosen: Chosen | undefined;
  onChoose: (chosen: Chosen | undefined) => void;
  fixedBecause: string | undefined;
  counts: (resource: Resource) => { stops: number; litres: number };
}) {
  const { view, day } = props;
  const t = planMessages.use();
  const versions = versionMessages.use();
  const whatIf = whatIfMessages.use();
  const [side, setSide] = useState<'resources' | 'versions' | 'what-if'>('resources');
  return (
    <div className={styles.side}>
      <Segmented
        block
        value={side}
        onChange={setSide}
        options={[
          { value: 'resources', label: t('resources.title') },
          { value: 'versions', label: versions('title') },
          { value: 'what-if', label: whatIf('title') },
        ]}
      />
      {side === 'what-if' ? (
        <WhatIfPanel
          view={view}
          day={day}
          names={props.names}
          beside={props.beside}
          cannotPlan={props.fixedBecause}
        />
      ) : side === 'resources' ? (
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
