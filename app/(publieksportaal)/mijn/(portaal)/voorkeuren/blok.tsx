'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Heading } from '#lib/ui/text/heading.tsx'

/**
 * A collapsed section with its state in the summary. The URL's fragment opens it, without JavaScript too,
 * because browsers open a `details` that contains the target.
 *
 * @param isOpen true opens it at any time; false never closes it, because the citizen may be using it
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
    // client-side navigation changes the URL without opening the fragment's target
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
