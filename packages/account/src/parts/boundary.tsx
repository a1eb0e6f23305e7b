/** Where something cannot be shown, what is around it stays, and it can be tried again. */
import { Component, type ReactNode } from 'react'
import { Broken } from './broken.tsx'

interface BoundaryProps {
  readonly children: ReactNode
}

interface BoundaryState {
  readonly isBroken: boolean
}

/** A class, as React tells of what broke in no other way. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override readonly state: BoundaryState = { isBroken: false }

  static getDerivedStateFromError(): BoundaryState {
    return { isBroken: true }
  }

  override render(): ReactNode {
    return this.state.isBroken ? <Broken /> : this.props.children
  }
}
