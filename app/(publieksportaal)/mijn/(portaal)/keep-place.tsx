'use client'

import { Component, type ReactNode } from 'react'

/** The elements whose position a reader follows. */
const PARTS = 'h1, h2, h3, p, li, dt, dd, tr, summary, label, button, a'

/** An element with its text and its distance from the top of the viewport. */
type Place = { element: Element; text: string | null; top: number }

/**
 * Keeps the reader's place when a refresh changes the height of the content above it. The anchor is the
 * focused element, or else the first visible element that the refresh left unchanged. The browser's scroll
 * anchoring fails when React replaces elements, and Safari has none; `live.css` switches it off.
 * A class, because only `getSnapshotBeforeUpdate` runs just before React changes the DOM. The refresh must
 * re-render it.
 */
export class KeepPlace extends Component<{ children: ReactNode }> {
  override getSnapshotBeforeUpdate(): Place[] {
    return placesInView()
  }

  override componentDidUpdate(_props: unknown, _state: unknown, before: Place[]) {
    const kept = before.find(({ element, text }) => element.isConnected && element.textContent === text)
    if (!kept) return
    const moved = kept.element.getBoundingClientRect().top - kept.top
    if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' })
  }

  override render() {
    return this.props.children
  }
}

function placesInView(): Place[] {
  const main = document.querySelector('main')
  const parts = [...(main?.querySelectorAll(PARTS) ?? [])].filter((element) => !element.closest('.zb-nieuws'))
  const focused = document.activeElement
  if (focused && focused !== main && main?.contains(focused)) parts.unshift(focused)
  return parts.flatMap((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return bottom > 0 && top < window.innerHeight ? { element, text: element.textContent, top } : []
  })
}
