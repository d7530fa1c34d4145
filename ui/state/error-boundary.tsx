import { Component, type ErrorInfo, type ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';

type Props = {
  children: ReactNode;
  /** When this changes (the address, say) the boundary tries again. */
  resetOn?: unknown;
  onError?: (error: unknown, info: ErrorInfo) => void;
};

type State = { failed: { error: unknown } | undefined; on: unknown };

/** Keeps one page's failure inside that page. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: undefined, on: this.props.resetOn };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: { error } };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetOn === state.on ? null : { failed: undefined, on: props.resetOn };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    this.props.onError?.(error, info);
  }

  override render() {
    const { failed } = this.state;
    if (!failed) return this.props.children;
    return <ErrorState error={failed.error} onRetry={() => this.setState({ failed: undefined })} />;
  }
}
