import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useId } from 'react';
import { subjectOf } from '../../promised.ts';
import { secondOfDay } from '../day-time.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { requestMessages } from '../messages/requests.ts';
import { needsQuery } from '../queries.ts';

/** Which of the day's deliveries to a point a complaint is about; those to come cannot have failed yet. */
export function DeliverySelect(props: {
  view: DeskDayView;
  point: string;
  value: string | undefined;
  onChange: (promise: string) => void;
}) {
  const { view, point, value, onChange } = props;
  const t = requestMessages.use();
  const format = useFormat();
  const id = useId();
  const needs = useQuery(needsQuery(view));
  const need = needs.data?.needs.find(({ subject }) => subject === subjectOf(point));
  const begun = (need?.promises ?? []).filter(
    ({ dueFrom }) => secondOfDay(format, dueFrom, view.day) <= view.now,
  );
  return (
    <Form.Item label={t('intake.about')} htmlFor={id}>
      <Select
        id={id}
        value={value ?? null}
        loading={needs.isPending}
        options={begun.map((promise) => ({
          value: promise.id,
          label: t('intake.delivery', {
            time: format.timeRange(
              secondOfDay(format, promise.dueFrom, view.day),
              secondOfDay(format, promise.dueTo, view.day),
            ),
            giver: promise.giverName,
            litres: format.litres(promise.quantity),
          }),
        }))}
        onChange={onChange}
      />
    </Form.Item>
  );
}
