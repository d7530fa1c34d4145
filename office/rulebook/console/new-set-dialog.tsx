import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useNavigateTo } from '@liangbuwu/ui/shell/app-link.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { call } from '../../http/console/call.ts';
import { meQuery } from '../../identity/console/me.ts';
import { putRuleSet } from '../contract.ts';
import { EmergencyKind, kindWords, Purpose, purposeWords } from '../rulebook.ts';
import { AreaSelect } from './area-select.tsx';
import { rulebookMessages } from './messages.ts';
import { setPath } from './paths.ts';
import styles from './rulebook.module.css';

export function NewSetDialog({ onClose }: { onClose: () => void }) {
  const t = rulebookMessages.use();
  const say = useSay();
  const id = useId();
  const queries = useQueryClient();
  const navigate = useNavigateTo();
  const { data: me } = useQuery(meQuery);
  const own = (me?.roles ?? []).map(({ area, areaName }) => ({ id: area, name: areaName }));
  const [set] = useState(() => newId());
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const [area, setArea] = useState<string>();
  const [purpose, setPurpose] = useState<Purpose>('return-to-school');
  const [kind, setKind] = useState<EmergencyKind>('epidemic');
  const where = area ?? own[0]?.id;
  const make = useMutation({
    mutationFn: () =>
      call(putRuleSet, {
        params: { set },
        body: { area: where ?? '', purpose, kind, name: { 'zh-CN': zh, en: en.trim() || zh } },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['rulebook'] });
      navigate(`${setPath}/${set}`);
    },
  });
  const field = (name: string) => `${id}-${name}`;
  return (
    <Modal
      open
      title={t('newSetDialog.title')}
      onCancel={onClose}
      footer={
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            type="primary"
            loading={make.isPending}
            disabled={zh.trim() === '' || !where}
            onClick={() => make.mutate()}
          >
            {t('newSetDialog.make')}
          </Button>
        </div>
      }
    >
      <Form layout="vertical" component="div" requiredMark={false} className={styles.form ?? ''}>
        <Form.Item label={t('newSetDialog.nameZh')} htmlFor={field('zh')}>
          <Input
            id={field('zh')}
            value={zh}
            maxLength={100}
            onChange={({ target }) => setZh(target.value)}
          />
        </Form.Item>
        <Form.Item label={t('newSetDialog.nameEn')} htmlFor={field('en')}>
          <Input
            id={field('en')}
            value={en}
            maxLength={100}
            onChange={({ target }) => setEn(target.value)}
          />
        </Form.Item>
        <Form.Item label={t('area')} htmlFor={field('area')}>
          <AreaSelect id={field('area')} value={where} known={own} ownOnly onChange={setArea} />
        </Form.Item>
        <Form.Item label={t('purpose')} htmlFor={field('purpose')}>
          <Select
            id={field('purpose')}
            value={purpose}
            onChange={setPurpose}
            options={Purpose.options.map((value) => ({ value, label: say(purposeWords[value]) }))}
          />
        </Form.Item>
        <Form.Item label={t('newSetDialog.kind')} htmlFor={field('kind')}>
          <Select
            id={field('kind')}
            value={kind}
            onChange={setKind}
            options={EmergencyKind.options.map((value) => ({
              value,
              label: say(kindWords[value]),
            }))}
          />
        </Form.Item>
        {make.error && <ErrorState inline error={make.error} />}
      </Form>
    </Modal>
  );
}
