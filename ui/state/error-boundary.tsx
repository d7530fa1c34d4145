import { Component, type ErrorInfo, type ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';

type Props = {
  children: ReactNode;
  /** When this changes (the address, say) the boundary tries again. */
  resetOn?: unknown;
  onError?: (error: unknown, info: ErrorInfo) => void;
};

/** Keeps one page's failure inside that page. */
export class ErrorBoundary extends Component<
  Props,
  { failed?: { error: unknown; on: unknown } | undefined }
> {
  override state: { failed?: { error: unknown; on: unknown } | undefined } = {};

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    this.props.onError?.(error, info);
    this.setState({ failed: { error, on: this.props.resetOn } });
  }

  static getDerivedStateFromError(error: unknown) {
    return { failed: { error, on: undefined } };
  }

  override componentDidUpdate(previous: Props) {
    if (this.state.failed && previous.resetOn !== this.props.resetOn)
      this.setState({ failed: undefined });
  }

  override render() {
    const { failed } = this.state;
    if (!failed) return this.props.children;
    return <ErrorState error={failed.error} onRetry={() => this.setState({ failed: undefined })} />;
  }
}
