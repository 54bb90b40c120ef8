'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Heading } from '#lib/ui/text/heading.tsx'

/**
 * A part of the page, folded. Its summary says its state in one line. The fragment of the address opens it: without
 * JavaScript the browser does, because the element with that `id` is inside.
 *
 * @param isOpen opens it at any time, and never folds it: the citizen may be at work inside
 */
export function Blok({
  id,
  titel,
  stand,
  isOpen = false,
  children,
}: {
  id: string
  titel: string
  stand: string
  isOpen?: boolean
  children: ReactNode
}) {
  const details = useRef<HTMLDetailsElement>(null)
  const [isOpenAtFirst] = useState(isOpen)
  useEffect(() => {
    // a link within the app changes the address without the browser looking for the fragment
    if (details.current && (isOpen || location.hash === `#${id}`)) details.current.open = true
  }, [id, isOpen])
  return (
    <details ref={details} className="zb-card zb-blok" open={isOpenAtFirst}>
      <summary className="zb-line">
        <Heading level={2} look={3} id={`${id}-titel`}>
          {titel}
        </Heading>
        <span className="zb-soft">{stand}</span>
      </summary>
      <section id={id} aria-labelledby={`${id}-titel`}>
        {children}
      </section>
    </details>
  )
}
