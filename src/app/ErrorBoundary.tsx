import { Component } from 'react'
import type { ReactNode } from 'react'
import { FailureNotice } from '@/app/FailureNotice'
import { forgetMissingParts } from '@/ui/lazy-part'

interface Props {
  readonly children: ReactNode
  readonly title: string
  readonly text: string
  /** A failure is forgotten when this changes. */
  readonly resetKey?: string
  readonly onReset?: () => void
  /** Stays above the failure: what leads out of it. */
  readonly before?: ReactNode
}

interface State {
  readonly error: unknown
  readonly failed: boolean
  readonly key: string | undefined
}

/** Keeps a failure within its part of the page, says it in a sentence and offers to try again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, failed: false, key: this.props.resetKey }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error, failed: true }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.key ? null : { error: null, failed: false, key: props.resetKey }
  }

  override componentDidCatch() {
    forgetMissingParts()
  }

  override render() {
    const { children, title, text, onReset, before } = this.props
    if (!this.state.failed) return children
    return (
      <>
        {before}
        <FailureNotice
          title={title}
          text={text}
          error={this.state.error}
          onRetry={() => {
            onReset?.()
            this.setState({ error: null, failed: false })
          }}
        />
      </>
    )
  }
}
