'use client'

import { useEffect, useRef, useState } from 'react'
import { LinkButton } from '#lib/ui/form/button.tsx'
import { tabStorage } from '#lib/ui/form/typed/tab-storage.ts'
import { bulk } from '#lib/ui/texts/balie/bulk.ts'
import { VERDEEL_FORM, type VerdeelState } from './verdeel-state.ts'

/** The ticked values of a list by zaak. */
type Keuze = Map<string, string>

const KEY = 'balie-keuze'
const readKeuzes = () => tabStorage.read<Record<string, string[]>>(KEY) ?? {}

export function readKeuze(lijst: string): Keuze {
  return new Map(readKeuzes()[lijst]?.map((value) => [zaakOf(value), value]))
}

export function storeKeuze(lijst: string, keuze: Keuze) {
  const { [lijst]: _, ...others } = readKeuzes()
  const keuzes = keuze.size > 0 ? { ...others, [lijst]: [...keuze.values()] } : others
  tabStorage.write(KEY, Object.keys(keuzes).length > 0 ? keuzes : undefined)
}

/** Removes the choices of all lists. */
export const forgetKeuzes = () => tabStorage.write(KEY, undefined)

/** Returns the zaak's id in the value of a checkbox. */
const zaakOf = (value: string): string => value.split('/', 1)[0] ?? ''

const boxes = () => [
  ...document.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][name="zaak"][form="${VERDEEL_FORM}"]`),
]

function forget(lijst: string) {
  storeKeuze(lijst, new Map())
  for (const box of boxes()) box.checked = false
}

/**
 * Keeps the ticks of other pages, orders and filters of the list, and submits them too. Without JavaScript a
 * form submits the ticks of its own page.
 *
 * @param props.state answer of the form: success clears the choice, a refusal keeps it
 * @param props.zaken ids of the zaken on the page
 */
export function KeuzeElders({ lijst, zaken, state }: { lijst: string; zaken: readonly string[]; state: VerdeelState }) {
  const [keuze, setKeuze] = useState<Keuze>()
  const answered = useRef(state)
  const page = zaken.join()

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has other checkboxes
  useEffect(() => {
    if (state !== answered.current && state.done.length > 0) forget(lijst)
    answered.current = state
    const kept = readKeuze(lijst)
    for (const box of boxes()) {
      // includes boxes ticked before this script ran
      box.checked ||= kept.has(zaakOf(box.value))
      // submits the toewijzing that was seen last
      if (box.checked) kept.set(zaakOf(box.value), box.value)
    }
    storeKeuze(lijst, kept)
    setKeuze(kept)

    function onChange({ target }: Event) {
      if (!(target instanceof HTMLInputElement) || !boxes().includes(target)) return
      const changed = readKeuze(lijst)
      if (target.checked) changed.set(zaakOf(target.value), target.value)
      else changed.delete(zaakOf(target.value))
      storeKeuze(lijst, changed)
      setKeuze(changed)
    }
    document.addEventListener('change', onChange)
    return () => document.removeEventListener('change', onChange)
  }, [lijst, page, state])

  if (!keuze) return null

  function clear() {
    forget(lijst)
    setKeuze(new Map())
  }

  function choosePage() {
    for (const box of boxes()) if (!box.checked) box.click()
  }

  const elders = [...keuze].filter(([zaakId]) => !zaken.includes(zaakId))
  return (
    <p className="zb-line balie-keuze">
      <span role="status">{bulk.keuze.aantal(keuze.size)}</span>
      {zaken.some((zaakId) => !keuze.has(zaakId)) && (
        <LinkButton type="button" aria-keyshortcuts="p" onClick={choosePage}>
          {bulk.keuze.pagina}
        </LinkButton>
      )}
      {keuze.size > 0 && (
        <LinkButton type="button" onClick={clear}>
          {bulk.keuze.wis}
        </LinkButton>
      )}
      {elders.map(([zaakId, value]) => (
        <input key={zaakId} type="hidden" name="zaak" value={value} />
      ))}
    </p>
  )
}

/** Clears the stored choices, on a page where they were used. */
export function ForgetKeuze() {
  useEffect(forgetKeuzes, [])
  return null
}
