import { useSay } from '@liangbuwu/ui/language/language.ts';
import { App, Radio, Space } from 'antd';
import { erasures } from '../../residents/people.contract.ts';
import { residentMessages } from './messages.ts';
import styles from './residents.module.css';

export type Erasure = keyof typeof erasures;

/** Asks whether and why somebody, or a household, is erased for good. */
export function useAskErase() {
  const t = residentMessages.use();
  const say = useSay();
  const { modal } = App.useApp();
  return (of: { title: string; note: string; onErase: (why: Erasure) => void }) => {
    let why: Erasure | undefined;
    const asking = modal.confirm({
      title: of.title,
      content: (
        <Space orientation="vertical">
          <p className={styles.note}>{of.note}</p>
          <strong>{t('erase.why')}</strong>
          <Radio.Group
            aria-label={t('erase.why')}
            onChange={({ target }) => {
              why = target.value as Erasure;
              asking.update({ okButtonProps: { danger: true, disabled: false } });
            }}
          >
            <Space orientation="vertical">
              {Object.entries(erasures).map(([value, words]) => (
                <Radio key={value} value={value}>
                  {say(words)}
                </Radio>
              ))}
            </Space>
          </Radio.Group>
        </Space>
      ),
      okText: t('erase.do'),
      okButtonProps: { danger: true, disabled: true },
      cancelText: t('erase.cancel'),
      autoFocusButton: 'cancel',
      onOk: () => why && of.onErase(why),
    });
  };
}
