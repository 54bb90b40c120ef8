'use client'

import { useEffect, useRef } from 'react'
import { Alert } from '../text/alert.tsx'
import { onbekend } from '../texts/geen-antwoord.ts'

/** Says at a form that its action got no answer. In the browser only, where the page says its language. */
export function Unanswered() {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => ref.current?.focus(), [])
  const { uitleg, href, link } = onbekend(document.documentElement.lang === 'en' ? 'en' : 'nl', location.pathname)
  return (
    <div ref={ref} tabIndex={-1}>
      <Alert type="warning" role="alert">
        {uitleg}{' '}
        <a href={href} className="utrecht-link utrecht-link--html-a">
          {link}
        </a>
      </Alert>
    </div>
  )
}
