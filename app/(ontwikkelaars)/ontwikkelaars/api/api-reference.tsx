'use client'

import { useEffect, useRef, useState } from 'react'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'

type Redoc = {
  init(url: string, options: object, element: HTMLElement, done: (error?: unknown) => void): void
}

/**
 * Redoc's search needs a blob worker, which the Content-Security-Policy refuses; the browser's search
 * suffices.
 */
const OPTIONS = {
  disableSearch: true,
  hideDownloadButtons: true,
  nativeScrollbars: true,
  theme: { typography: { fontFamily: 'inherit', headings: { fontFamily: 'inherit' } } },
}

/** Renders the OpenAPI document with Redoc, whose styles need the nonce of this page. */
export function ApiReference({ url, laden, mislukt }: { url: string; laden: string; mislukt: string }) {
  const box = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'begun' | 'loading' | 'ready' | 'failed'>('begun')
  useEffect(() => {
    // Set here because without JavaScript the page would say "loading" forever.
    setState('loading')
    const script = document.createElement('script')
    const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
    script.src = '/ontwikkelaars/redoc.js'
    script.nonce = nonce
    script.onerror = () => setState('failed')
    script.onload = () => {
      const { Redoc } = window as unknown as { Redoc: Redoc }
      if (box.current) {
        Redoc.init(url, { ...OPTIONS, nonce }, box.current, (error) => setState(error ? 'failed' : 'ready'))
      }
    }
    document.head.append(script)
    return () => script.remove()
  }, [url])

  return (
    <>
      <div role="status">
        {state === 'loading' && <Paragraph>{laden}</Paragraph>}
        {state === 'failed' && <Alert type="warning">{mislukt}</Alert>}
      </div>
      <div className="dev-reference" lang="en" hidden={state === 'failed'}>
        <div ref={box} />
      </div>
    </>
  )
}
