import { say } from '@liangbuwu/office/http/say.ts';
import { personalRows } from '@liangbuwu/office/responses/closing/personal-data.ts';

/** Goes when its response is closed; the ledger keeps that classes were checked and cases handled, and of nobody. */
export const checkPersonalData = [
  personalRows({
    kind: 'health-cases',
    name: say('症状处置（已加密）', 'Cases of symptoms, sealed'),
    table: 'campus.health_case',
    below: ['campus.health_case_step'],
  }),
  personalRows({
    kind: 'class-checks',
    name: say('晨午晚检（例外已加密）', 'Checks of classes, exceptions sealed'),
    table: 'campus.class_check',
  }),
];
