import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useLanguage, useSay } from '@liangbuwu/ui/language/language.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { usePhone } from '@liangbuwu/ui/theme/media.ts';
import { Drawer, Progress } from 'antd';
import { useState } from 'react';
import type { Sheet } from '../../sheets/contract.ts';
import { ChooseFile } from './choose-file.tsx';
import { MapHeaders } from './map-headers.tsx';
import { sheetMessages } from './messages.ts';
import { Preview } from './preview.tsx';
import type { SheetRoutes } from './queries.ts';
import styles from './sheets.module.css';
import { type Step, useSteps } from './use-steps.ts';

/** A sheet on its way into a table: chosen, its headers given a meaning, every row looked at, written, taken back. */
export default function ImportDrawer(props: {
  routes: SheetRoutes;
  area: string;
  response: string | undefined;
  onClose: () => void;
}) {
  const { routes, area, response, onClose } = props;
  const t = sheetMessages.use();
  const say = useSay();
  const { language } = useLanguage();
  const phone = usePhone();
  const [sheet, setSheet] = useState<Sheet>();
  return (
    <Drawer
      open
      title={t('title', { many: say(routes.table.many) })}
      size={phone ? '100%' : 'min(960px, 100vw)'}
      onClose={onClose}
      mask={{ closable: false }}
    >
      {sheet ? (
        <OneSheet
          key={sheet.id + language}
          routes={routes}
          sheet={sheet}
          onSheet={setSheet}
          onLeave={() => setSheet(undefined)}
          onClose={onClose}
        />
      ) : (
        <ChooseFile routes={routes} area={area} response={response} onSheet={setSheet} />
      )}
    </Drawer>
  );
}

const running: Record<Step, 'checking' | 'writing' | 'undoing'> = {
  check: 'checking',
  write: 'writing',
  undo: 'undoing',
};

function OneSheet(props: {
  routes: SheetRoutes;
  sheet: Sheet;
  onSheet: (sheet: Sheet) => void;
  onLeave: () => void;
  onClose: () => void;
}) {
  const { routes, sheet } = props;
  const t = sheetMessages.use();
  const steps = useSteps(routes, sheet, props.onSheet);
  const [mapping, setMapping] = useState(sheet.state === 'read' || sheet.state === 'checking');
  const toWrite = sheet.counts.new + sheet.counts.changed;
  return (
    <div className={styles.sheet}>
      {steps.error && <ErrorState inline error={steps.error} />}
      {steps.step && (
        <div className={styles.progress}>
          <output>
            {steps.step === 'undo'
              ? t('progress.undoing', { done: sheet.done })
              : t(`progress.${running[steps.step] as 'checking' | 'writing'}`, {
                  done: sheet.done,
                  rows: steps.step === 'write' ? toWrite : sheet.rows,
                })}
          </output>
          <Progress
            percent={Math.round(
              (100 * sheet.done) / Math.max(1, steps.step === 'check' ? sheet.rows : toWrite),
            )}
            showInfo={false}
          />
          <ActionButton onClick={steps.stop}>{t('progress.stop')}</ActionButton>
        </div>
      )}
      {mapping && !steps.step ? (
        <MapHeaders
          routes={routes}
          sheet={sheet}
          onCheck={(begin) => {
            setMapping(false);
            steps.go('check', begin);
          }}
        />
      ) : (
        !steps.step && (
          <Preview
            routes={routes}
            sheet={sheet}
            onBack={() => setMapping(true)}
            onWrite={() => steps.go('write')}
            onUndo={() => steps.go('undo')}
            onLeave={props.onLeave}
            onClose={props.onClose}
          />
        )
      )}
    </div>
  );
}
