'use client'

import { useEffect, useRef, useState } from 'react'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'

type Redoc = {
  init(url: string, options: object, element: HTMLElement, done: (error?: unknown) => void): void
}

/** Search runs in a worker of a blob, which the Content-Security-Policy refuses; the browser's own search finds as much. */
const OPTIONS = {
  disableSearch: true,
  hideDownloadButtons: true,
  nativeScrollbars: true,
  theme: { typography: { fontFamily: 'inherit', headings: { fontFamily: 'inherit' } } },
}

/** The reference that Redoc makes of the OpenAPI document. Its styles need the nonce of this document. */
export function ApiReference({ url, laden, mislukt }: { url: string; laden: string; mislukt: string }) {
  const box = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'begun' | 'loading' | 'ready' | 'failed'>('begun')
  useEffect(() => {
    // The page says that it loads only from here on: without JavaScript it would say so for ever.
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
