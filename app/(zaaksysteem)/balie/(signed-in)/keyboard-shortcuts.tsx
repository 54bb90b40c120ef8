'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Button, LinkButton } from '#lib/ui/form/button.tsx'
import { Heading } from '#lib/ui/text/heading.tsx'
import { balie } from '#lib/ui/texts/balie.ts'

const STORAGE_KEY = 'balie-sneltoetsen'
const SEQUENCE_MS = 1500
const TEXT_FIELDS = 'textarea, select, [contenteditable], input:not([type="radio"], [type="checkbox"])'

const areOn = () => localStorage.getItem(STORAGE_KEY) !== 'uit'

/** Moves the focus among the zaken of the list; `step` is 1 or -1. */
function focusZaak(step: number) {
  const links = [...document.querySelectorAll<HTMLElement>('[data-zaak]')]
  const row = document.activeElement?.closest('tr')
  const current = links.findIndex((link) => row?.contains(link))
  const next = current < 0 ? (step > 0 ? 0 : links.length - 1) : current + step
  links[next]?.focus()
}

/**
 * Moves the focus from the search field to the first result. Uses an arrow key, because characters are search
 * text.
 */
function leaveSearch(event: KeyboardEvent): boolean {
  const isLeaving = event.key === 'ArrowDown' && (event.target as HTMLElement).matches('input[type="search"]')
  const first = isLeaving ? document.querySelector<HTMLElement>('[data-zaak]') : null
  if (first) event.preventDefault()
  first?.focus()
  return isLeaving
}

/** Toggles the checkbox of the focused row. */
function toggleZaak() {
  const row = document.activeElement?.closest('tr')
  row?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click()
}

/**
 * Elements of the page with a key of their own, which `aria-keyshortcuts` also tells assistive technology.
 */
const ofPage = () => [...document.querySelectorAll<HTMLElement>('main [aria-keyshortcuts]')]

function nameOf(element: HTMLElement): string {
  const named = element instanceof HTMLTextAreaElement ? element.labels[0] : element.querySelector('legend')
  return (named ?? element).textContent
}

function activate(element: HTMLElement) {
  if (element.matches('a, button')) element.click()
  else (element.querySelector<HTMLElement>('input') ?? element).focus()
}

/** The desk's keyboard shortcuts, with their list. Single characters can be switched off (WCAG 2.1.4). */
export function KeyboardShortcuts({ werkvoorraad }: { werkvoorraad: string }) {
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const toggle = useRef<HTMLInputElement>(null)
  const [here, setHere] = useState<{ toets: string; doet: string }[]>([])

  const showList = useCallback(() => {
    if (toggle.current) toggle.current.checked = areOn()
    setHere(
      ofPage().map((element) => ({ toets: element.getAttribute('aria-keyshortcuts') ?? '', doet: nameOf(element) })),
    )
    dialog.current?.showModal()
  }, [])

  useEffect(() => {
    let startedGoAt = Number.NEGATIVE_INFINITY

    function onKeyDown(event: KeyboardEvent) {
      const target = event.target as HTMLElement
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        target.closest('form')?.requestSubmit()
        return
      }
      if (leaveSearch(event)) return
      const busy = event.ctrlKey || event.metaKey || event.altKey || target.matches(TEXT_FIELDS) || dialog.current?.open
      if (busy || !areOn()) return

      const general: Record<string, () => void> = {
        '?': showList,
        '/': () => document.querySelector<HTMLElement>('input[type="search"]')?.focus(),
        j: () => focusZaak(1),
        k: () => focusZaak(-1),
        x: toggleZaak,
        g: () => {
          startedGoAt = event.timeStamp
        },
      }
      const afterGo: Record<string, () => void> = { w: () => router.push(werkvoorraad) }
      const isAfterGo = event.timeStamp - startedGoAt < SEQUENCE_MS
      startedGoAt = Number.NEGATIVE_INFINITY
      const found = ofPage().find((element) => element.getAttribute('aria-keyshortcuts') === event.key)
      const action = (isAfterGo && afterGo[event.key]) || (found ? () => activate(found) : general[event.key])
      if (!action) return
      event.preventDefault()
      action()
    }

    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [router, werkvoorraad, showList])

  return (
    <>
      <LinkButton type="button" className="balie-shortcuts" onClick={showList}>
        {balie.sneltoetsen.knop}
      </LinkButton>
      <dialog ref={dialog} className="balie-dialog" aria-labelledby="keyboard-shortcuts-title">
        <Heading level={2} id="keyboard-shortcuts-title">
          {balie.sneltoetsen.titel}
        </Heading>
        <dl className="balie-keys">
          {balie.sneltoetsen.lijst.map(({ toetsen, doet }) => (
            <div key={doet}>
              <dt>
                {toetsen.map((toets) => (
                  <kbd key={toets}>{toets}</kbd>
                ))}
              </dt>
              <dd>{doet}</dd>
            </div>
          ))}
          {here.map(({ toets, doet }) => (
            <div key={toets}>
              <dt>
                <kbd>{toets}</kbd>
              </dt>
              <dd>{doet}</dd>
            </div>
          ))}
        </dl>
        <label className="balie-toggle">
          <input
            ref={toggle}
            type="checkbox"
            onChange={({ target }) => localStorage.setItem(STORAGE_KEY, target.checked ? 'aan' : 'uit')}
          />
          {balie.sneltoetsen.aan}
        </label>
        <form method="dialog">
          <Button appearance="secondary">{balie.sneltoetsen.sluiten}</Button>
        </form>
      </dialog>
    </>
  )
}
