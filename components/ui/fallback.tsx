"use client";

import { Component, type ReactNode } from "react";

type FallbackProps = { instead: ReactNode; children: ReactNode };

/** Shows `instead` when its children fail, so that the rest of the page stays. */
export class Fallback extends Component<FallbackProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? this.props.instead : this.props.children;
  }
}
