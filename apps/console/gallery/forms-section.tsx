import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useAskToLeave, useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { Columns, Panel } from '@liangbuwu/ui/shell/page.tsx';
import {
  Alert,
  Checkbox,
  Form,
  Input,
  InputNumber,
  Radio,
  Select,
  Space,
  Switch,
  Tabs,
  Tag,
} from 'antd';
import { useState } from 'react';
import { galleryMessages } from './texts.ts';

export function FormsSection() {
  const t = galleryMessages.use();
  const [dirty, setDirty] = useState(false);
  const ask = useAskToLeave();
  useUnsavedGuard(dirty);
  return (
    <Columns>
      <Panel title={t('buttons')}>
        <Space wrap>
          <ActionButton type="primary">{t('primary')}</ActionButton>
          <ActionButton>{t('secondary')}</ActionButton>
          <ActionButton danger>{t('danger')}</ActionButton>
          <ActionButton type="text">{t('link')}</ActionButton>
          <ActionButton type="link">{t('link')}</ActionButton>
          <ActionButton type="primary" disabledReason={t('reason')}>
            {t('primary')}
          </ActionButton>
          <ActionButton type="primary" loading>
            {t('secondary')}
          </ActionButton>
          <ActionButton onClick={() => void ask()}>{t('leave')}</ActionButton>
        </Space>
        <br />
        <br />
        <Alert showIcon type="info" title={t('lead')} />
        <br />
        <Alert showIcon type="warning" title={t('why')} />
        <br />
        <Space wrap>
          <Tag>{t('kinds.fill')}</Tag>
          <Radio.Group
            optionType="button"
            defaultValue="a"
            options={[
              { value: 'a', label: t('kinds.fill') },
              { value: 'b', label: t('kinds.deliver') },
            ]}
          />
        </Space>
      </Panel>
      <Panel title={t('nav.forms')}>
        <Form layout="vertical">
          <Form.Item label={t('nameField')} name="name" rules={[{ required: true }]}>
            <Input />
          </Form.Item>
          <Form.Item label={t('litresField')} name="litres" initialValue={8000}>
            <InputNumber min={0} step={500} style={{ width: 160 }} />
          </Form.Item>
          <Form.Item label={t('tank')} name="tank" initialValue="t1">
            <Select
              options={['T1', 'T2', 'T3'].map((label) => ({ value: label.toLowerCase(), label }))}
            />
          </Form.Item>
          <Checkbox checked={dirty} onChange={(event) => setDirty(event.target.checked)}>
            {t('dirty')}
          </Checkbox>{' '}
          <Switch defaultChecked aria-label={t('live')} />
        </Form>
        <Tabs
          items={[
            { key: 'a', label: t('nav.table'), children: t('gapNote') },
            { key: 'b', label: t('nav.map'), children: t('mapSource') },
          ]}
        />
      </Panel>
    </Columns>
  );
}
