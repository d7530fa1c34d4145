import { Component, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Card } from './card.tsx';
import { phoneMessages } from './phone-messages.ts';

type Props = { children: ReactNode; resetOn: string };

/** Keeps one page's failure inside that page: what is recorded can still be seen and sent. */
export class PageBoundary extends Component<Props, { failed: boolean; on: string }> {
  override state = { failed: false, on: this.props.resetOn };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  static getDerivedStateFromProps({ resetOn }: Props, state: { on: string }) {
    return resetOn === state.on ? null : { failed: false, on: resetOn };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <Failed onRetry={() => this.setState({ failed: false })} />;
  }
}

function Failed({ onRetry }: { onRetry: () => void }) {
  const t = phoneMessages.use();
  return (
    <Card tone="bad">
      <h2>{t('failed')}</h2>
      <p>{t('failed-note')}</p>
      <Button wide onClick={onRetry}>
        {t('retry')}
      </Button>
    </Card>
  );
}
