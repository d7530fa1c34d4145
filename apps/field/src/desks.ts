import { gateField } from '@liangbuwu/gate/field/desk.tsx';
import type { FieldDesk } from '@liangbuwu/ui/phone/field-card.ts';
import { waterField } from '@liangbuwu/water/field/desk.tsx';

/** The desks that have work in the field, in the order of the tabs. */
export const desks: readonly FieldDesk[] = [waterField, gateField];
