'use client'

import { Component, type ReactNode } from 'react'

/** What a page consists of for its reader. */
const PARTS = 'h1, h2, h3, p, li, dt, dd, tr, summary, label, button, a'

/** Where a part stands on the screen, and what it says. */
type Place = { element: Element; text: string | null; top: number }

/**
 * Keeps what is read where it is on the screen when a refresh makes what lies above it taller or shorter: what has the focus, or
 * else the first part in view that the refresh left as it was. Browsers do this by themselves for what they see grow, but not when
 * React puts new elements in the place of others, and Safari not at all; on pages with this they leave it (`live.css`).
 *
 * A class, because React tells nothing else of the moment before it changes the page. It must be rendered again by the refresh.
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
